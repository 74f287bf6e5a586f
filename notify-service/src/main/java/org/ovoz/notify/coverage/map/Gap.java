package org.ovoz.notify.coverage.map;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.RegionCode;

/** Hours in a row in which nobody reads a language in a region. */
public record Gap(LanguageTag language, RegionCode region, Instant begins, Instant ends) {

    private static final Duration HOUR = Duration.ofHours(1);

    public static List<Gap> in(CoverageMap map, Cell cell) {
        List<Gap> gaps = new ArrayList<>();
        for (int hour = 0; hour < cell.hours().size(); hour++) {
            if (cell.hours().get(hour) == Level.NONE) {
                Instant begins = map.from().plus(HOUR.multipliedBy(hour));
                Instant ends = begins.plus(HOUR);
                if (gaps.isEmpty() || !gaps.getLast().ends().equals(begins)) {
                    gaps.add(new Gap(cell.language(), cell.region(), begins, ends));
                } else {
                    Gap last = gaps.removeLast();
                    gaps.add(new Gap(last.language(), last.region(), last.begins(), ends));
                }
            }
        }
        return gaps;
    }

    /** What a notice calls it; its hour stays the same while it lasts. */
    public String subject() {
        return prefix() + begins;
    }

    /** Whether the notice of this subject is about it: it began in it, or before now and goes on. */
    boolean isAbout(String subject, Instant from) {
        if (!subject.startsWith(prefix())) {
            return false;
        }
        Instant told = Instant.parse(subject.substring(prefix().length()));
        Instant since = told.isBefore(from) ? from : told;
        return !since.isBefore(begins) && since.isBefore(ends);
    }

    private String prefix() {
        return language + "/" + region + "/";
    }
}
