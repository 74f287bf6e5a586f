package org.ovoz.local.mailbox;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.util.List;

/** A running SMTP catcher with its page, on two loopback ports. */
public final class Mailbox implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final Catcher catcher;
    private final Vertx vertx;
    private final HttpServer server;

    private Mailbox(Catcher catcher, Vertx vertx, HttpServer server) {
        this.catcher = catcher;
        this.vertx = vertx;
        this.server = server;
    }

    /** Returns once both listen; port 0 takes a free one. */
    public static Mailbox start(int smtpPort, int pagePort) {
        Catcher catcher = new Catcher(smtpPort);
        catcher.start();
        Vertx vertx = Vertx.vertx(
                new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(2).setInternalBlockingPoolSize(2));
        try {
            HttpServer server = vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                    .requestHandler(MailPages.router(vertx, catcher))
                    .listen(pagePort, LOOPBACK)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            return new Mailbox(catcher, vertx, server);
        } catch (RuntimeException e) {
            vertx.close().toCompletionStage().toCompletableFuture().join();
            catcher.stop();
            throw e;
        }
    }

    public int smtpPort() {
        return catcher.port();
    }

    /** The page; {@code /mails.json} and {@code /mails/{n}} are under it. */
    public URI url() {
        return URI.create("http://" + LOOPBACK + ":" + server.actualPort());
    }

    /** Every mail caught so far, oldest first. */
    public List<Mail> mails() {
        return catcher.mails();
    }

    public void clear() {
        catcher.clear();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        catcher.stop();
    }
}
