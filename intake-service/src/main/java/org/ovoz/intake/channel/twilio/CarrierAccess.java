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
import org.ovoz.transport.media.CarrierMedia;
import org.ovoz.transport.media.MediaLimits;
import org.ovoz.transport.media.TwilioMedia;

/** The account, both ways: the client that sends, and the check of who calls. */
final class CarrierAccess {

    CarrierAccess() {}

    @Produces
    @Singleton
    static CarrierClient client(TwilioConfig config) {
        return new TwilioCarrier(account(config));
    }

    static void close(@Disposes CarrierClient client) {
        if (client instanceof TwilioCarrier twilio) {
            twilio.close();
        }
    }

    @Produces
    @Singleton
    static CarrierMedia media(TwilioConfig config) {
        return new TwilioMedia(
                account(config), new MediaLimits(config.largestMedium(), config.mediumWithin(), config.mediaHosts()));
    }

    static void close(@Disposes CarrierMedia media) {
        if (media instanceof TwilioMedia twilio) {
            twilio.close();
        }
    }

    private static CarrierAccount account(TwilioConfig config) {
        return new CarrierAccount(config.accountSid(), new AuthToken(config.authToken()), config.apiUrl());
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
