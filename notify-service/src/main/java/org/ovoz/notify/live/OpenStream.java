package org.ovoz.notify.live;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.ovoz.notify.directory.Callers;

/**
 * Opens the stream before the first byte of its answer: somebody whom the directory does not have is told so by a status, and whoever
 * loads the queue once the answer has begun misses no change in between.
 */
@ApplicationScoped
class OpenStream {

    /** An endpoint whose stream is opened before its answer begins. */
    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @interface Streamed {}

    private static final Duration UNTIL_FOLLOWING = Duration.ofSeconds(3);

    private final Callers callers;
    private final LiveStreams streams;
    private final JsonWebToken token;
    private final OpenedStream opened;

    OpenStream(Callers callers, LiveStreams streams, JsonWebToken token, OpenedStream opened) {
        this.callers = callers;
        this.streams = streams;
        this.token = token;
        this.opened = opened;
    }

    @Streamed
    @ServerRequestFilter
    Uni<Void> open(ContainerRequestContext request) {
        Instant ends = Instant.ofEpochSecond(token.getExpirationTime());
        String lastEventId = request.getHeaderString("Last-Event-ID");
        return callers.current()
                .call(() ->
                        streams.following().ifNoItem().after(UNTIL_FOLLOWING).recoverWithItem(() -> null))
                .invoke(caller -> opened.is(streams.open(caller, lastEventId, ends)))
                .replaceWithVoid();
    }
}
