package org.ovoz.local.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ovoz.local.carrier.accounts.Line;
import org.ovoz.local.carrier.phones.Phone;

class CarrierMainTest {
    private final Map<String, String> environment = new HashMap<>(Map.of(
            "OVOZ_TWILIO_ACCOUNT_SID", "AC1",
            "OVOZ_TWILIO_AUTH_TOKEN", "t1",
            "OVOZ_LINE_NUMBERS", "+12025550100, +12025550101",
            "OVOZ_STAFF_TWILIO_ACCOUNT_SID", "AC2",
            "OVOZ_STAFF_TWILIO_AUTH_TOKEN", "t2",
            "OVOZ_STAFF_NUMBER", "+12025550170"));

    @Test
    void twoAccountsWithTheirNumbersComeFromTheEnvironment() {
        environment.put("OVOZ_CARRIER_SMS_URL", "http://localhost:8080/twilio/sms");

        CarrierSettings settings = CarrierMain.settings(environment);

        assertThat(settings.port()).isEqualTo(8090);
        assertThat(settings.accounts())
                .extracting(account -> account.lines().size())
                .containsExactly(2, 1);
        assertThat(settings.accounts().getFirst().lines())
                .extracting(Line::smsUrl)
                .containsOnly("http://localhost:8080/twilio/sms");
        assertThat(settings.accounts().getLast().lines().getFirst().smsUrl()).isNull();
        assertThat(settings.journal()).isNull();
    }

    @Test
    void phonesAreReportersOrStaff() {
        environment.put("OVOZ_CARRIER_PHONES", "+12025550111=reporter:Phone 1,+12025550171=staff:aziza,+12025550112");

        assertThat(CarrierMain.settings(environment).phones())
                .containsExactly(
                        Phone.reporter("+12025550111", "Phone 1"),
                        Phone.staff("+12025550171", "aziza"),
                        Phone.reporter("+12025550112", "+12025550112"));
    }

    @Test
    void whatIsMissingIsNamed() {
        environment.remove("OVOZ_STAFF_NUMBER");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CarrierMain.settings(environment))
                .withMessage("OVOZ_STAFF_NUMBER is missing");
    }

    @Test
    void aTokenIsNotPrinted() {
        assertThat(CarrierMain.settings(environment).toString())
                .doesNotContain("t1")
                .doesNotContain("t2");
    }
}
