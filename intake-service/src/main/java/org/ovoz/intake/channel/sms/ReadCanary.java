package org.ovoz.intake.channel.sms;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ovoz.contracts.CanaryId;

/**
 * Tells a test of the desk's from a report: it comes from the desk's own number and ends with the canary's id. What comes from there
 * without one is a report like any other.
 */
@Singleton
class ReadCanary {

    private static final Pattern FORM =
            Pattern.compile("(.+) ([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})", Pattern.DOTALL);

    /** @param text without the id, as a reporter would have written it */
    record Canary(CanaryId id, String text) {}

    private final CanaryTexts config;

    ReadCanary(CanaryTexts config) {
        this.config = config;
    }

    Optional<Canary> read(String from, String text) {
        if (!config.numbers().map(numbers -> numbers.contains(from)).orElse(false)) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new Canary(
                        CanaryId.of(String.join(
                                "-", form.group(2), form.group(3), form.group(4), form.group(5), form.group(6))),
                        form.group(1)))
                : Optional.empty();
    }
}
