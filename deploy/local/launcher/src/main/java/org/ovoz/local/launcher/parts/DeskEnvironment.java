package org.ovoz.local.launcher.parts;

import java.util.HashMap;
import java.util.Map;
import org.ovoz.local.launcher.demo.DemoWorld;
import org.ovoz.local.launcher.keys.DeskKeys;
import org.ovoz.local.launcher.keys.LineFiles;
import org.ovoz.local.servers.postgres.PostgresDatabase;
import org.ovoz.local.servers.secrets.Certificates;

/** What notify-service is told. It learns nothing of the hotline's carrier account, and no private key but its own. */
record DeskEnvironment(Surroundings here, LineFiles files, Certificates certificates) {

    Map<String, String> variables() {
        Map<String, String> all = new HashMap<>();
        all.putAll(stores());
        all.putAll(channels());
        all.putAll(intake());
        all.put("OVOZ_OIDC_URL", here.realm());
        all.put("OVOZ_KEYCLOAK_ADMIN_URL", here.ports().http(Port.KEYCLOAK));
        all.put(
                "OVOZ_KEYCLOAK_ADMIN_SECRET",
                here.secrets().password("desk-admin-client").value());
        all.put("OVOZ_DESK_PUBLIC_URL", here.ports().http(Port.DESK));
        all.put("OVOZ_HTTP_HOST", "127.0.0.1");
        all.put("OVOZ_HTTP_PORT", "" + here.ports().of(Port.DESK));
        all.put("OVOZ_MANAGEMENT_PORT", "" + here.ports().of(Port.DESK_MANAGEMENT));
        all.put("OVOZ_INSTANCE", "desk-1");
        return all;
    }

    private Map<String, String> stores() {
        PostgresDatabase desk = here.deskDatabase();
        return Map.of(
                "OVOZ_DB_URL", desk.url(),
                "OVOZ_DB_USER", desk.user(),
                "OVOZ_DB_PASSWORD", desk.password().value(),
                "OVOZ_KAFKA", here.kafka());
    }

    private Map<String, String> channels() {
        CarrierAccounts.CarrierAccount account = new CarrierAccounts(here.secrets()).staff();
        return Map.of(
                "OVOZ_STAFF_TWILIO_ACCOUNT_SID",
                account.sid(),
                "OVOZ_STAFF_TWILIO_AUTH_TOKEN",
                account.token().value(),
                "OVOZ_STAFF_TWILIO_API_URL",
                here.ports().http(Port.CARRIER),
                "OVOZ_STAFF_NUMBER",
                DemoWorld.STAFF_NUMBER,
                "OVOZ_CANARY_LINES",
                DemoWorld.HOTLINE,
                "OVOZ_VAPID_KEY",
                new DeskKeys(here.directory()).vapidFile().toString(),
                "OVOZ_SMTP_HOST",
                "localhost",
                "OVOZ_SMTP_PORT",
                "" + here.ports().of(Port.SMTP),
                "OVOZ_SMTP_FROM",
                "desk@ovoz.example");
    }

    private Map<String, String> intake() {
        Certificates.Identity identity = certificates.client("desk");
        return Map.of(
                "OVOZ_INTAKE_URL", "https://localhost:" + here.ports().of(Port.INTAKE_ORDERS),
                "OVOZ_LINE_ADMIN_KEY", files.adminKey().toString(),
                "OVOZ_TLS_CERT", identity.certificate().toString(),
                "OVOZ_TLS_KEY", identity.key().toString(),
                "OVOZ_TLS_CA", identity.authority().toString());
    }
}
