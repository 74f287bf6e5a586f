package org.ovoz.notify.live.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.ReportId;

class ChangeLogTest {

    private final ChangeLog log = new ChangeLog(3);
    private final ReportId first = new ReportId(Ids.random());
    private final ReportId second = new ReportId(Ids.random());

    @Test
    void whatChangedSinceAPositionIsKnownOncePerReport() {
        log.goOnAt(0, 10);
        log.goOnAt(1, 0);
        StreamPosition start = log.position();
        log.add(0, 10, first);
        log.add(0, 11, first);
        log.add(1, 0, second);
        assertThat(log.since(start).orElseThrow()).containsExactly(first, second);
        assertThat(log.since(log.position()).orElseThrow()).isEmpty();
    }

    @Test
    void aPositionTooFarBackIsNotKnownAnyMore() {
        log.goOnAt(0, 0);
        StreamPosition start = log.position();
        for (int offset = 0; offset < 3; offset++) {
            log.add(0, offset, first);
        }
        assertThat(log.since(start)).isPresent();
        log.add(0, 3, first);
        assertThat(log.since(start)).isEmpty();
    }

    @Test
    void aPositionAheadOrOfOtherPartitionsIsNotKnown() {
        log.goOnAt(0, 5);
        assertThat(log.since(new StreamPosition(Map.of(0, 6L)))).isEmpty();
        assertThat(log.since(new StreamPosition(Map.of(0, 5L, 1, 0L)))).isEmpty();
        assertThat(log.since(new StreamPosition(Map.of(1, 5L)))).isEmpty();
        assertThat(log.since(new StreamPosition(Map.of()))).isEmpty();
    }

    @Test
    void aGapIsNoticedAndForgetsWhatWasBeforeIt() {
        log.goOnAt(0, 0);
        StreamPosition start = log.position();
        assertThat(log.add(0, 0, first)).isTrue();
        assertThat(log.add(0, 5, second)).isFalse();
        assertThat(log.since(start)).isEmpty();
        assertThat(log.position()).hasToString("0:6");
    }

    @Test
    void readingOnWhereItStoppedMissesNothing() {
        log.goOnAt(0, 0);
        log.add(0, 0, first);
        assertThat(log.goOnAt(0, 1)).isTrue();
        assertThat(log.goOnAt(0, 4)).isFalse();
    }

    @Test
    void aPositionIsReadAsItIsWritten() {
        StreamPosition position = new StreamPosition(Map.of(2, 7L, 0, 1L, 10, 3L));
        assertThat(position).hasToString("0:1,2:7,10:3");
        assertThat(StreamPosition.parse("0:1,2:7,10:3")).contains(position);
        assertThat(StreamPosition.parse("")).isEmpty();
        assertThat(StreamPosition.parse("0:-1")).isEmpty();
        assertThat(StreamPosition.parse("0:1,")).isEmpty();
        assertThat(StreamPosition.parse("0:99999999999999999999")).isEmpty();
    }
}
