package org.ovoz.notify.live.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.ReportId;

class HeardTest {

    private final Heard heard = new Heard();
    private final ReportId report = new ReportId(Ids.random());

    @Test
    void whatWasHeardIsCoveredOnceAndUpToThere() {
        heard.add(report, 2);
        heard.add(report, 3);
        assertThat(heard.covers(report, 1)).isTrue();
        assertThat(heard.covers(report, 2)).isTrue();
        assertThat(heard.reports()).containsExactly(report);
        assertThat(heard.covers(report, 3)).isTrue();
        assertThat(heard.reports()).isEmpty();
        assertThat(heard.covers(report, 3)).isFalse();
    }

    @Test
    void whatAnotherInstanceToldLaterIsNotCovered() {
        heard.add(report, 2);
        assertThat(heard.covers(report, 3)).isFalse();
        assertThat(heard.covers(new ReportId(Ids.random()), 1)).isFalse();
    }
}
