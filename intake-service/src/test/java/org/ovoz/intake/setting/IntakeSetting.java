package org.ovoz.intake.setting;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ovoz.contracts.Topics;
import org.ovoz.local.carrier.Carrier;
import org.ovoz.local.carrier.CarrierSettings;
import org.ovoz.local.carrier.accounts.Account;
import org.ovoz.local.carrier.accounts.Line;
import org.ovoz.local.servers.TestServers;
import org.ovoz.local.servers.kafka.Topic;
import org.ovoz.local.servers.postgres.PostgresDatabase;

/** Starts what surrounds intake, once for all tests, and tells intake by the variables it has in production. */
public final class IntakeSetting implements QuarkusTestResourceLifecycleManager {

    public static final String LINE = "+12025550100";
    static final String TOKEN = "token-of-now";
    static final String OLD_TOKEN = "token-until-yesterday";
    static final LineFiles FILES = new LineFiles();
    static final FrontDoor DOOR = FrontDoor.open();
    /** The desk's, from which it tries the line. */
    public static final String STAFF_NUMBER = "+12025550170";

    private static final String ACCOUNT = "AC00000000000000000000000000000555";
    private static final Carrier CARRIER =
            Carrier.start(CarrierSettings.forTests(List.of(new Account(ACCOUNT, TOKEN, List.of(line()))), List.of())
                    .withClock(new MovableClock()));

    /** The stand-in of the carrier. Its line is set up to bring texts to intake. */
    public static Carrier carrier() {
        return CARRIER;
    }

    /** The broker, with the topics that intake writes and reads. */
    public static String kafka() {
        Duration week = Duration.ofDays(7);
        return TestServers.kafka(
                Topic.kept(Topics.REPORTS, 8, week),
                Topic.kept(Topics.DESK, 8, week),
                Topic.compacted(Topics.TEAMS, 1),
                Topic.compacted(Topics.COVERAGE, 1));
    }

    @Override
    public Map<String, String> start() {
        TestServers.startAll();
        Team.ALL.forEach(Team::publish);
        Map<String, String> told = new HashMap<>(FILES.variables());
        PostgresDatabase intake = TestServers.database("intake");
        PostgresDatabase shred = TestServers.database("shred");
        told.put("OVOZ_DB_URL", intake.url());
        told.put("OVOZ_DB_USER", intake.user());
        told.put("OVOZ_DB_PASSWORD", intake.password().value());
        told.put("OVOZ_SHRED_DB_URL", shred.url());
        told.put("OVOZ_SHRED_DB_USER", shred.user());
        told.put("OVOZ_SHRED_DB_PASSWORD", shred.password().value());
        told.put("OVOZ_KAFKA", kafka());
        told.put("OVOZ_PUBLIC_URL", DOOR.address());
        told.put("OVOZ_LINE_NUMBERS", LINE);
        told.put("OVOZ_CANARY_NUMBERS", STAFF_NUMBER);
        told.put("ovoz.canary.look-every", "1s");
        told.put("ovoz.shred.finish-every", "1s");
        told.put("OVOZ_LINE_IMMEDIATE_ANSWER", "true");
        told.put("OVOZ_TWILIO_ACCOUNT_SID", ACCOUNT);
        told.put("OVOZ_TWILIO_AUTH_TOKEN", TOKEN);
        told.put("OVOZ_TWILIO_AUTH_TOKEN_OLD", OLD_TOKEN);
        told.put("OVOZ_TWILIO_API_URL", CARRIER.url().toString());
        return told;
    }

    @Override
    public void stop() {
        CARRIER.close();
        DOOR.close();
    }

    private static Line line() {
        return Line.of(LINE).withSmsUrl(DOOR.address() + "/twilio/sms");
    }
}
