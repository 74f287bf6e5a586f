package org.ovoz.local.launcher.parts;

import java.util.HashMap;
import java.util.Map;
import org.ovoz.local.launcher.demo.DemoWorld;
import org.ovoz.local.launcher.keys.LineFiles;
import org.ovoz.local.launcher.keys.LineKeys;
import org.ovoz.local.servers.postgres.PostgresDatabase;
import org.ovoz.local.servers.secrets.Certificates;

/** What intake-service is told. It learns nothing of the desk, of Keycloak or of the staff's carrier account. */
record IntakeEnvironment(Surroundings here, LineKeys line, LineFiles files, Certificates certificates) {

    Map<String, String> variables() {
        Map<String, String> all = new HashMap<>();
        all.putAll(stores());
        all.putAll(carrier());
        all.putAll(keys());
        all.put("OVOZ_LINE_NUMBERS", DemoWorld.HOTLINE);
        all.put("OVOZ_CANARY_NUMBERS", DemoWorld.STAFF_NUMBER);
        all.put("OVOZ_LINE_IMMEDIATE_ANSWER", "true");
        all.put("OVOZ_PUBLIC_URL", here.ports().http(Port.INTAKE));
        all.put("OVOZ_HTTP_HOST", "127.0.0.1");
        all.put("OVOZ_HTTP_PORT", "" + here.ports().of(Port.INTAKE));
        all.put("OVOZ_ORDERS_PORT", "" + here.ports().of(Port.INTAKE_ORDERS));
        all.put("OVOZ_MANAGEMENT_PORT", "" + here.ports().of(Port.INTAKE_MANAGEMENT));
        all.put("OVOZ_INSTANCE", "intake-1");
        return all;
    }

    private Map<String, String> stores() {
        PostgresDatabase intake = here.intakeDatabase();
        PostgresDatabase shred = here.shredDatabase();
        return Map.of(
                "OVOZ_DB_URL", intake.url(),
                "OVOZ_DB_USER", intake.user(),
                "OVOZ_DB_PASSWORD", intake.password().value(),
                "OVOZ_SHRED_DB_URL", shred.url(),
                "OVOZ_SHRED_DB_USER", shred.user(),
                "OVOZ_SHRED_DB_PASSWORD", shred.password().value(),
                "OVOZ_KAFKA", here.kafka());
    }

    private Map<String, String> carrier() {
        CarrierAccounts.CarrierAccount account = new CarrierAccounts(here.secrets()).hotline();
        return Map.of(
                "OVOZ_TWILIO_ACCOUNT_SID", account.sid(),
                "OVOZ_TWILIO_AUTH_TOKEN", account.token().value(),
                "OVOZ_TWILIO_API_URL", here.ports().http(Port.CARRIER));
    }

    private Map<String, String> keys() {
        Certificates.Identity identity = certificates.server("intake");
        return Map.of(
                "OVOZ_LINE_ADMIN_KEY", files.adminKey().toString(),
                "OVOZ_LINE_RECORD", files.lineRecord().toString(),
                "OVOZ_CATCH_ALL_TEAM", files.catchAllTeam().toString(),
                "OVOZ_SIGNING_KEY", line.signingFile().toString(),
                "OVOZ_VAULT_KEY", line.vaultFile().toString(),
                "OVOZ_LOOKUP_KEY", line.lookupFile().toString(),
                "OVOZ_TLS_CERT", identity.certificate().toString(),
                "OVOZ_TLS_KEY", identity.key().toString(),
                "OVOZ_TLS_CLIENT_CA", identity.authority().toString());
    }
}
