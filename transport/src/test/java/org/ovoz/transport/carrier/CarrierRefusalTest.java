package org.ovoz.transport.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierRefusalTest {

    @ParameterizedTest
    @CsvSource({
        "20003,ALARM",
        "20429,BACK_OFF",
        "21211,MARK_NUMBER",
        "21614,MARK_NUMBER",
        "21408,ALARM_COORDINATOR",
        "21215,ALARM_COORDINATOR",
        "13227,ALARM_COORDINATOR",
        "32205,ALARM_COORDINATOR",
        "21606,OTHER_CHANNEL",
        "21659,OTHER_CHANNEL",
        "21612,OTHER_CHANNEL",
        "21610,OPTED_OUT",
        "30003,RETRY_IN_SAFE_WINDOW",
        "30005,NO_RETRY",
        "30006,NO_RETRY",
        "30007,OTHER_WORDING",
        "11200,ALARM"
    })
    void everyCodeOfTheTableHasItsAction(int code, CarrierAction action) {
        assertThat(CarrierRefusal.of(code)).isEqualTo(new CarrierRefusal(code, action));
    }

    @Test
    void aDeliveryThatFailedForAnUnlistedReasonIsNotRepeated() {
        assertThat(CarrierRefusal.of(30008).action()).isEqualTo(CarrierAction.NO_RETRY);
    }

    @Test
    void aRequestRefusedForAnUnlistedReasonIsForPeopleToLookAt() {
        assertThat(CarrierRefusal.of(21617).action()).isEqualTo(CarrierAction.ALARM);
    }
}
