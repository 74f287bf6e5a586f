package org.ovoz.notify.directory.keycloak;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;

/**
 * One call of Keycloak's administration, whose client blocks: on a few threads of its own, so that a Keycloak that hangs holds up nobody
 * else, and within a time. Fails with {@link NoSuchLogin} for 404 and with {@link LoginsAway} for every other fault.
 */
@ApplicationScoped
class AskKeycloak {

    private static final Logger LOG = Logger.getLogger(AskKeycloak.class);
    private static final int THREADS = 4;
    private static final int NOT_FOUND = 404;

    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("keycloak-", 0).factory());
    private final Optional<RealmResource> realm;

    AskKeycloak(LoginSettings settings) {
        this.realm = settings.url().map(address -> open(address, settings));
    }

    /**
     * The platform's own bean lives as long as a request, and ends with a call that blocks the event loop while Keycloak does; and its calls
     * may take for ever.
     */
    private static RealmResource open(String address, LoginSettings settings) {
        Client client = Keycloak.getClientProvider().newRestEasyClient(null, null, false);
        client.property(
                QuarkusRestClientProperties.READ_TIMEOUT, settings.timeout().toMillis());
        return KeycloakBuilder.builder()
                .serverUrl(address)
                .realm(settings.realm())
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId(settings.client())
                .clientSecret(settings.secret())
                .resteasyClient(client)
                .build()
                .realm(settings.realm());
    }

    boolean isConfigured() {
        return realm.isPresent();
    }

    <T> Uni<T> ask(Duration within, Function<RealmResource, T> question) {
        if (realm.isEmpty()) {
            return Uni.createFrom().failure(new LoginsAway("no login server is configured"));
        }
        RealmResource asked = realm.get();
        return Uni.createFrom()
                .item(() -> answer(asked, question))
                .runSubscriptionOn(threads)
                .ifNoItem()
                .after(within)
                .fail()
                .onFailure(TimeoutException.class)
                .transform(late -> away("no answer in time"))
                .map(Supplier::get);
    }

    /** A fault is an item too: of one that comes after its time nobody hears, instead of it being logged with what was sent. */
    private static <T> Supplier<T> answer(RealmResource asked, Function<RealmResource, T> question) {
        try {
            T answer = question.apply(asked);
            return () -> answer;
        } catch (NoSuchLogin | LoginsAway known) {
            return () -> {
                throw known;
            };
        } catch (WebApplicationException refused) {
            int status = refused.getResponse().getStatus();
            return () -> {
                throw status == NOT_FOUND ? new NoSuchLogin() : away("answered with " + status);
            };
        } catch (RuntimeException fault) {
            return () -> {
                throw away(fault.getClass().getSimpleName());
            };
        }
    }

    private static LoginsAway away(String why) {
        LOG.warnf("the login server could not be asked: %s", why);
        return new LoginsAway(why);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
