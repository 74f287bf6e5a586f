package org.ovoz.notify.live.log;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where a reader stands: per partition of {@code ovoz.desk.v1} the offset that comes next. Written {@code 0:17,1:4}. */
public record StreamPosition(Map<Integer, Long> next) {

    private static final Pattern FORM = Pattern.compile("\\d{1,4}:\\d{1,18}(,\\d{1,4}:\\d{1,18}){0,1023}");

    public StreamPosition {
        next = Map.copyOf(next);
    }

    /** Empty for what is no position at all. */
    public static Optional<StreamPosition> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        Map<Integer, Long> next = new TreeMap<>();
        for (String part : text.split(",", -1)) {
            int colon = part.indexOf(':');
            next.put(Integer.valueOf(part.substring(0, colon)), Long.valueOf(part.substring(colon + 1)));
        }
        return Optional.of(new StreamPosition(next));
    }

    @Override
    public String toString() {
        return new TreeMap<>(next)
                .entrySet().stream()
                        .map(one -> one.getKey() + ":" + one.getValue())
                        .collect(Collectors.joining(","));
    }
}
