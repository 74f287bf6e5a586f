package org.ovoz.notify.alert.carrier;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ovoz.transport.carrier.AuthToken;
import org.ovoz.transport.carrier.CarrierAccount;
import org.ovoz.transport.carrier.TwilioCarrier;
import org.ovoz.transport.carrier.WebhookSignature;

/** The carrier's client and the check of its webhooks, for the staff account. */
final class StaffAccount {

    private StaffAccount() {}

    @Produces
    @Singleton
    static TwilioCarrier carrier(StaffSettings settings) {
        return new TwilioCarrier(
                new CarrierAccount(settings.accountSid(), new AuthToken(settings.authToken()), settings.apiUrl()));
    }

    static void close(@Disposes TwilioCarrier carrier) {
        carrier.close();
    }

    @Produces
    @Singleton
    static WebhookSignature signature(
            StaffSettings settings, @ConfigProperty(name = "ovoz.desk.public-url") URI publicUrl) {
        List<AuthToken> tokens = new ArrayList<>();
        tokens.add(new AuthToken(settings.authToken()));
        settings.authTokenOld()
                .filter(old -> !old.isBlank())
                .map(AuthToken::new)
                .ifPresent(tokens::add);
        return new WebhookSignature(publicUrl, tokens);
    }
}
