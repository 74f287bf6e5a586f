package org.ovoz.local.carrier;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.ovoz.local.carrier.accounts.Line;
import org.ovoz.local.carrier.faults.Fault;
import org.ovoz.local.carrier.media.Enclosure;
import org.ovoz.local.carrier.media.Medium;
import org.ovoz.local.carrier.phones.Phone;
import org.ovoz.local.carrier.phones.PhoneText;
import org.ovoz.local.carrier.webhooks.CarrierError;

/**
 * A running stand-in of the carrier: Twilio's REST API, its webhooks, the phones and their page, on one loopback port.
 * Its methods do from Java what the control API does over HTTP, and may be called from any thread but its own.
 */
public final class Carrier implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final Vertx vertx;
    private final Context context;
    private final Switchboard switchboard;
    private final HttpServer server;

    private Carrier(Vertx vertx, Context context, Switchboard switchboard, HttpServer server) {
        this.vertx = vertx;
        this.context = context;
        this.switchboard = switchboard;
        this.server = server;
    }

    /** Returns once it listens; throws if the port is taken. */
    public static Carrier start(CarrierSettings settings) {
        Vertx vertx = Vertx.vertx(
                new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(2));
        Context context = vertx.getOrCreateContext();
        CompletableFuture<Carrier> started = new CompletableFuture<>();
        context.runOnContext(now -> {
            Switchboard switchboard = new Switchboard(vertx, settings);
            vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                    .requestHandler(switchboard.router())
                    .listen(settings.port(), LOOPBACK)
                    .onSuccess(server -> {
                        switchboard.listensAt("http://" + LOOPBACK + ":" + server.actualPort());
                        started.complete(new Carrier(vertx, context, switchboard, server));
                    })
                    .onFailure(started::completeExceptionally);
        });
        try {
            return started.join();
        } catch (RuntimeException e) {
            vertx.close().toCompletionStage().toCompletableFuture().join();
            throw e;
        }
    }

    public int port() {
        return server.actualPort();
    }

    /** What takes the place of {@code https://api.twilio.com}, without a slash at the end. */
    public URI url() {
        return URI.create("http://" + LOOPBACK + ":" + port());
    }

    /** Gives a line other webhooks, for an application that starts after the carrier. */
    public void configure(Line line) {
        if (!ask(board -> board.accounts().reconfigure(line))) {
            throw new IllegalArgumentException("nobody rents this number");
        }
    }

    public void addPhone(Phone phone) {
        tell(board -> board.phones().put(phone));
    }

    /** Texts from a phone; returns the MessageSid, and does not wait for the webhook. */
    public String text(String from, String to, String text, Enclosure... enclosures) {
        return ask(board -> board.messaging().text(from, to, text, List.of(enclosures)));
    }

    /** What came with a text and nobody has deleted. */
    public List<Medium> mediaOf(String message) {
        return ask(board -> board.messaging().mediaOf(message));
    }

    /** What this phone has sent and received, oldest first. */
    public List<PhoneText> texts(String phone) {
        return ask(board -> board.phones().texts(phone));
    }

    /** Makes something go wrong; returns an id for {@link #removeFault}. */
    public int fault(Fault fault) {
        return ask(board -> board.faults().add(fault));
    }

    public boolean removeFault(int id) {
        return ask(board -> board.faults().remove(id));
    }

    /** The carrier's error log: failed webhooks and documents it could not follow. */
    public List<CarrierError> errors() {
        return ask(board -> board.errors().all());
    }

    /** Forgets messages, calls, recordings, phones' histories, opt-outs, faults and errors; lines and phones stay. */
    public void reset() {
        tell(Switchboard::clear);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        switchboard.close();
    }

    private void tell(java.util.function.Consumer<Switchboard> what) {
        ask(board -> {
            what.accept(board);
            return true;
        });
    }

    private <T> T ask(Function<Switchboard, T> what) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        context.runOnContext(now -> {
            try {
                answer.complete(what.apply(switchboard));
            } catch (RuntimeException | AssertionError e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.join();
    }
}
