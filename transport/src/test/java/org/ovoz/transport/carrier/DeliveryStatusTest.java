package org.ovoz.transport.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ovoz.transport.carrier.DeliveryStatus.DELIVERED;
import static org.ovoz.transport.carrier.DeliveryStatus.FAILED;
import static org.ovoz.transport.carrier.DeliveryStatus.QUEUED;
import static org.ovoz.transport.carrier.DeliveryStatus.READ;
import static org.ovoz.transport.carrier.DeliveryStatus.SENT;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DeliveryStatusTest {

    @Test
    void aLateCallbackDoesNotMoveAStateBack() {
        assertThat(DELIVERED.after(SENT)).isEqualTo(DELIVERED);
        assertThat(SENT.after(QUEUED)).isEqualTo(SENT);
    }

    @Test
    void whatHasFailedStaysFailedAndWhatWasDeliveredDelivered() {
        assertThat(FAILED.after(DELIVERED)).isEqualTo(FAILED);
        assertThat(DELIVERED.after(FAILED)).isEqualTo(DELIVERED);
        assertThat(FAILED.after(READ)).isEqualTo(FAILED);
        assertThat(DELIVERED.after(READ)).isEqualTo(READ);
    }

    @Test
    void theCarriersWordsAreKnownAndOthersAreNot() {
        assertThat(DeliveryStatus.of("partially_delivered")).contains(DeliveryStatus.PARTIALLY_DELIVERED);
        assertThat(DeliveryStatus.of("receiving")).isEmpty();
        assertThat(DeliveryStatus.of("something new")).isEmpty();
    }

    @Property
    void inAnyOrderAStateOnlyGoesForward(@ForAll List<DeliveryStatus> reports) {
        DeliveryStatus state = DeliveryStatus.SCHEDULED;
        for (DeliveryStatus report : reports) {
            DeliveryStatus next = state.after(report);
            assertThat(next.ordinal()).isGreaterThanOrEqualTo(state.ordinal());
            assertThat(next.after(report)).isEqualTo(next);
            state = next;
        }
    }
}
