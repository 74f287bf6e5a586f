package org.ovoz.notify.setting;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.Keys;
import org.ovoz.contracts.Topics;
import org.ovoz.local.servers.TestServers;
import org.ovoz.local.servers.kafka.Topic;
import org.ovoz.local.servers.postgres.PostgresDatabase;
import org.ovoz.local.servers.secrets.Certificates;

/** Starts what surrounds the desk, once for all tests, and tells the desk by the variables it has in production. */
public final class DeskSetting implements QuarkusTestResourceLifecycleManager {

    public static final String STAFF_NUMBER = "+12025550100";

    /** The line that the desk tries. */
    public static final String HOTLINE = "+12025550101";
    /** What the carrier signs. */
    public static final String PUBLIC_URL = "https://desk.example";

    private static @Nullable DeskSetting running;

    private final LoginServer logins;
    private final FakeCarrier carrier;
    private final FakeIntake intake;
    private final MailServer mail = new MailServer();
    private final Receiver receiver;
    private final ECKey administration = Keys.generate();
    private final Certificates certificates;
    private final Path directory;

    public DeskSetting() {
        try {
            directory = Files.createTempDirectory("desk");
            certificates = new Certificates(directory, Clock.systemUTC());
            logins = new LoginServer();
            carrier = new FakeCarrier();
            receiver = new Receiver();
            intake = new FakeIntake(certificates.server("intake"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static DeskSetting get() {
        DeskSetting setting = running;
        if (setting == null) {
            throw new IllegalStateException("the setting does not run");
        }
        return setting;
    }

    @Override
    public Map<String, String> start() {
        TestServers.startAll();
        mail.start();
        running = this;
        PostgresDatabase database = TestServers.database("desk");
        Map<String, String> told = new HashMap<>(Map.of(
                "OVOZ_DB_URL", database.url(),
                "OVOZ_DB_USER", database.user(),
                "OVOZ_DB_PASSWORD", database.password().value(),
                "OVOZ_KAFKA", bus(),
                "OVOZ_OIDC_URL", logins.issuer(),
                "OVOZ_INTAKE_URL", intake.address(),
                "OVOZ_SMTP_HOST", "127.0.0.1",
                "OVOZ_SMTP_PORT", "" + mail.port(),
                "OVOZ_LINE_ADMIN_KEY", keyFile("admin-key.json", administration.toPublicJWK())));
        told.putAll(staffAccount());
        told.putAll(identity());
        told.put("OVOZ_CANARY_LINES", HOTLINE);
        told.put("OVOZ_VAPID_KEY", keyFile("vapid-key.json", Keys.generate()));
        told.put("ovoz.endpoint.local-allowed", "true");
        told.put("ovoz.live.heartbeat", "1s");
        told.put("ovoz.mail.timeout", "6s");
        told.put("ovoz.dispatch.dead-channels.every", "1s");
        told.put("ovoz.keys.watch-every", "1s");
        told.put("quarkus.log.category.\"com.icegreen\".level", "OFF");
        return told;
    }

    public LoginServer logins() {
        return logins;
    }

    public FakeCarrier carrier() {
        return carrier;
    }

    public FakeIntake intake() {
        return intake;
    }

    /** Where browsers and systems are alerted. */
    public Receiver receiver() {
        return receiver;
    }

    public MailServer mail() {
        return mail;
    }

    /** The line's administration key, private: what an administrator signs team records with. */
    public ECKey administration() {
        return administration;
    }

    public static String bus() {
        Duration week = Duration.ofDays(7);
        return TestServers.kafka(
                Topic.kept(Topics.REPORTS, 8, week),
                Topic.kept(Topics.DESK, 8, week),
                Topic.compacted(Topics.TEAMS, 1),
                Topic.compacted(Topics.COVERAGE, 1));
    }

    private Map<String, String> identity() {
        Certificates.Identity desk = certificates.client("desk");
        return Map.of(
                "OVOZ_TLS_CERT", desk.certificate().toString(),
                "OVOZ_TLS_KEY", desk.key().toString(),
                "OVOZ_TLS_CA", desk.authority().toString());
    }

    private Map<String, String> staffAccount() {
        return Map.of(
                "OVOZ_STAFF_TWILIO_ACCOUNT_SID",
                FakeCarrier.ACCOUNT,
                "OVOZ_STAFF_TWILIO_AUTH_TOKEN",
                FakeCarrier.TOKEN,
                "OVOZ_STAFF_TWILIO_API_URL",
                carrier.address(),
                "OVOZ_STAFF_NUMBER",
                STAFF_NUMBER,
                "OVOZ_DESK_PUBLIC_URL",
                PUBLIC_URL);
    }

    private String keyFile(String name, ECKey key) {
        try {
            return Files.writeString(directory.resolve(name), key.toJSONString())
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        mail.stop();
        intake.stop();
        carrier.stop();
        receiver.stop();
        logins.stop();
    }
}
