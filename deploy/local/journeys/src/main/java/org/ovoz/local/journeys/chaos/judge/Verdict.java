package org.ovoz.local.journeys.chaos.judge;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ovoz.local.journeys.chaos.judge.facts.Facts;

/** What was found, by kind; each finding in words, by ids only. */
public record Verdict(Map<Column, List<String>> findings) {

    public Verdict {
        findings = Map.copyOf(findings);
    }

    /** A function of the facts alone. */
    public static Verdict of(Facts facts) {
        List<Trail> trails = Trails.of(facts);
        Map<Column, List<String>> all = new EnumMap<>(Column.class);
        all.put(Column.LOST, Lost.in(trails));
        all.put(Column.DOUBLED, Doubled.in(facts, trails));
        all.put(Column.REFUSED_BUT_STORED, RefusedButStored.in(trails));
        all.put(Column.PHANTOM, Phantom.in(facts));
        all.put(Column.ORDER, OutOfOrder.in(facts, trails));
        all.put(Column.STUCK, facts.left());
        return new Verdict(all);
    }

    public List<String> found(Column column) {
        return Objects.requireNonNullElse(findings.get(column), List.of());
    }

    public boolean isClean() {
        return findings.values().stream().allMatch(List::isEmpty);
    }
}
