package org.ovoz.local.journeys.bench;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service's own timer, as its metrics show it.
 *
 * @param upTo how many took at most so many seconds
 */
record Histogram(NavigableMap<Double, Double> upTo) {

    /** @param metrics in the text format of Prometheus */
    static Histogram of(String timer, String metrics) {
        Pattern bucket = Pattern.compile("(?m)^" + timer + "_bucket\\{.*?le=\"([^\"]+)\".*?} ([0-9.E+]+)$");
        NavigableMap<Double, Double> upTo = new TreeMap<>();
        for (Matcher line = bucket.matcher(metrics); line.find(); ) {
            upTo.merge(seconds(line.group(1)), Double.valueOf(line.group(2)), Double::sum);
        }
        return new Histogram(upTo);
    }

    /** What was added since an earlier look. */
    Histogram since(Histogram earlier) {
        NavigableMap<Double, Double> added = new TreeMap<>();
        upTo.forEach((bound, count) -> added.put(bound, count - earlier.upTo.getOrDefault(bound, 0.0)));
        return new Histogram(added);
    }

    long count() {
        return upTo.isEmpty() ? 0 : Math.round(upTo.lastEntry().getValue());
    }

    /** @return the bound, in milliseconds, of the first bucket up to which at least this share of all lies */
    double millisAt(double share) {
        long all = count();
        if (all == 0) {
            throw new IllegalStateException("the timer counted nothing");
        }
        return upTo.entrySet().stream()
                        .filter(bucket -> bucket.getValue() >= share * all)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElseThrow()
                * 1_000;
    }

    private static double seconds(String bound) {
        return bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound);
    }
}
