package org.ovoz.intake.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.ReportId;
import org.ovoz.intake.contact.SafeContact;

class ThreadRulesTest {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Instant WROTE = Instant.parse("2026-11-24T01:00:00Z");

    @Test
    void anOpenReportGoesOnForADay() {
        assertThat(continues(true, Duration.ZERO)).isTrue();
        assertThat(continues(true, DAY.minusNanos(1))).isTrue();
    }

    @Test
    void afterADayOfSilenceItDoesNot() {
        assertThat(continues(true, DAY)).isFalse();
    }

    @Test
    void aClosedReportNeverGoesOn() {
        assertThat(continues(false, Duration.ZERO)).isFalse();
    }

    private static boolean continues(boolean open, Duration silence) {
        Found.Thread thread = new Found.Thread(
                new ReportId(Ids.random()), open, WROTE, SafeContact.UNKNOWN, 1, Ids.random(), List.of(), false);
        return ThreadRules.continues(thread, WROTE.plus(silence), DAY);
    }
}
