package org.ovoz.local.carrier;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ovoz.local.carrier.accounts.Account;
import org.ovoz.local.carrier.accounts.Line;
import org.ovoz.local.carrier.accounts.Pace;
import org.ovoz.local.carrier.phones.Phone;

/**
 * Starts the stand-in by itself. Everything comes from the environment; an argument {@code NAME=value} comes before it.
 *
 * <ul>
 *   <li>{@code OVOZ_CARRIER_PORT}: 8090
 *   <li>the hotline's account: {@code OVOZ_TWILIO_ACCOUNT_SID}, {@code OVOZ_TWILIO_AUTH_TOKEN}, {@code
 *       OVOZ_LINE_NUMBERS} (comma separated), {@code OVOZ_CARRIER_SMS_URL}, {@code OVOZ_CARRIER_SMS_FALLBACK_URL},
 *       {@code OVOZ_CARRIER_VOICE_URL}, {@code OVOZ_CARRIER_STATUS_URL}
 *   <li>the staff's account: {@code OVOZ_STAFF_TWILIO_ACCOUNT_SID}, {@code OVOZ_STAFF_TWILIO_AUTH_TOKEN}, {@code
 *       OVOZ_STAFF_NUMBER}, {@code OVOZ_CARRIER_STAFF_SMS_URL}, {@code OVOZ_CARRIER_STAFF_SMS_FALLBACK_URL}, {@code
 *       OVOZ_CARRIER_STAFF_VOICE_URL}, {@code OVOZ_CARRIER_STAFF_STATUS_URL}
 *   <li>{@code OVOZ_CARRIER_PHONES}: {@code +12025550111=reporter:Phone 1,+12025550171=staff:aziza}
 *   <li>{@code OVOZ_CARRIER_JOURNAL}: the file that keeps the phones' history, none if empty
 * </ul>
 */
public final class CarrierMain {
    private final Map<String, String> given;

    private CarrierMain(Map<String, String> given) {
        this.given = given;
    }

    public static void main(String[] args) {
        Map<String, String> given = new HashMap<>(System.getenv());
        for (String arg : args) {
            int equals = arg.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("arguments are NAME=value");
            }
            given.put(arg.substring(0, equals), arg.substring(equals + 1));
        }
        Carrier carrier = Carrier.start(new CarrierMain(given).settings());
        Runtime.getRuntime().addShutdownHook(new Thread(carrier::close));
        System.out.println("carrier stand-in: " + carrier.url());
    }

    CarrierSettings settings() {
        String journal = optional("OVOZ_CARRIER_JOURNAL");
        return new CarrierSettings(
                Integer.parseInt(given.getOrDefault("OVOZ_CARRIER_PORT", "8090")),
                List.of(
                        account("OVOZ_TWILIO", "OVOZ_LINE_NUMBERS", "OVOZ_CARRIER"),
                        account("OVOZ_STAFF_TWILIO", "OVOZ_STAFF_NUMBER", "OVOZ_CARRIER_STAFF")),
                phones(),
                Pace.real(),
                journal == null ? null : Path.of(journal),
                Clock.systemUTC());
    }

    static CarrierSettings settings(Map<String, String> given) {
        return new CarrierMain(given).settings();
    }

    private Account account(String account, String numbers, String urls) {
        List<Line> lines = new ArrayList<>();
        for (String number : required(numbers).split(",")) {
            lines.add(new Line(
                    number.strip(),
                    optional(urls + "_SMS_URL"),
                    optional(urls + "_SMS_FALLBACK_URL"),
                    optional(urls + "_VOICE_URL"),
                    optional(urls + "_STATUS_URL")));
        }
        return new Account(required(account + "_ACCOUNT_SID"), required(account + "_AUTH_TOKEN"), lines);
    }

    private List<Phone> phones() {
        List<Phone> phones = new ArrayList<>();
        for (String entry : given.getOrDefault("OVOZ_CARRIER_PHONES", "").split(",")) {
            if (!entry.isBlank()) {
                phones.add(phone(entry.strip()));
            }
        }
        return phones;
    }

    private static Phone phone(String entry) {
        String[] numberAndRest = entry.split("=", 2);
        String[] kindAndLabel = (numberAndRest.length > 1 ? numberAndRest[1] : "reporter").split(":", 2);
        String label = kindAndLabel.length > 1 ? kindAndLabel[1] : numberAndRest[0];
        return switch (kindAndLabel[0]) {
            case "reporter" -> Phone.reporter(numberAndRest[0], label);
            case "staff" -> Phone.staff(numberAndRest[0], label);
            default -> throw new IllegalArgumentException("a phone is a reporter's or staff: " + kindAndLabel[0]);
        };
    }

    private String required(String name) {
        String value = optional(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private @Nullable String optional(String name) {
        String value = given.get(name);
        return value == null || value.isBlank() ? null : value;
    }
}
