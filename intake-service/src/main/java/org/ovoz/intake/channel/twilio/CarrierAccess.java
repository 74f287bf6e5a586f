package org.ovoz.intake.channel.twilio;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ovoz.transport.carrier.AuthToken;
import org.ovoz.transport.carrier.CarrierAccount;
import org.ovoz.transport.carrier.CarrierClient;
import org.ovoz.transport.carrier.TwilioCarrier;
import org.ovoz.transport.carrier.WebhookSignature;

/** The account, both ways: the client that sends, and the check of who calls. */
final class CarrierAccess {

    CarrierAccess() {}

    @Produces
    @Singleton
    static CarrierClient client(TwilioConfig config) {
        return new TwilioCarrier(
                new CarrierAccount(config.accountSid(), new AuthToken(config.authToken()), config.apiUrl()));
    }

    static void close(@Disposes CarrierClient client) {
        if (client instanceof TwilioCarrier twilio) {
            twilio.close();
        }
    }

    @Produces
    @Singleton
    static WebhookSignature signature(TwilioConfig config, @ConfigProperty(name = "ovoz.public-url") URI publicUrl) {
        List<AuthToken> tokens = Stream.of(Optional.of(config.authToken()), config.authTokenOld())
                .flatMap(Optional::stream)
                .filter(token -> !token.isBlank())
                .map(AuthToken::new)
                .toList();
        return new WebhookSignature(publicUrl, tokens);
    }
}
