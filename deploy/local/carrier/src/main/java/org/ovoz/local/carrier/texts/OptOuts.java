package org.ovoz.local.carrier.texts;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The pairs of line and phone between which the carrier lets nothing through, because the phone said STOP. */
public final class OptOuts {
    private final Set<Pair> blocked = new LinkedHashSet<>();

    public boolean blocks(String line, String phone) {
        return blocked.contains(new Pair(line, phone));
    }

    public Set<Pair> all() {
        return Set.copyOf(blocked);
    }

    public void clear() {
        blocked.clear();
    }

    /** Applies a keyword and says what the carrier answers: nothing when it changes nothing, nor HELP while blocked. */
    public Optional<String> apply(Keyword keyword, String line, String phone) {
        Pair pair = new Pair(line, phone);
        boolean answers = switch (keyword) {
            case STOP -> blocked.add(pair);
            case START -> blocked.remove(pair);
            case HELP -> !blocked.contains(pair);
        };
        return answers ? Optional.of(keyword.answer()) : Optional.empty();
    }

    /** A line and a phone. */
    public record Pair(String line, String phone) {}
}
