package org.ovoz.local.launcher.parts;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import org.ovoz.local.servers.secrets.Secret;
import org.ovoz.local.servers.secrets.Secrets;

/** The two accounts with the carrier: the hotline's and the staff's, apart as in production. */
public record CarrierAccounts(Secrets secrets) {
    private static final int SID_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Its id and the token that signs webhooks and opens the REST interface. */
    public record CarrierAccount(String sid, Secret token) {}

    public CarrierAccount hotline() {
        return account("hotline");
    }

    public CarrierAccount staff() {
        return account("staff");
    }

    private CarrierAccount account(String name) {
        return new CarrierAccount(
                secrets.kept("carrier-" + name + "-sid", () -> "AC" + hex()),
                new Secret(secrets.kept("carrier-" + name + "-token", CarrierAccounts::hex)));
    }

    private static String hex() {
        byte[] bytes = new byte[SID_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).toLowerCase(Locale.ROOT);
    }
}
