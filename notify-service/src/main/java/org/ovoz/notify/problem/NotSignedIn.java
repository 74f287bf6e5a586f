package org.ovoz.notify.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** No token, or one that does not count. (The problem library's own answer to these does not fit this version of the platform: 500.) */
final class NotSignedIn {

    /** Before the library's. */
    private static final int FIRST = 1;

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = FIRST)
    Response noToken() {
        return answer();
    }

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = FIRST)
    Response badToken() {
        return answer();
    }

    private static Response answer() {
        return Response.fromResponse(
                        Problems.of(401, "not-signed-in", "Sign in first").toResponse())
                .header("WWW-Authenticate", "Bearer")
                .build();
    }
}
