package org.ovoz.notify.directory.keycloak;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.ovoz.notify.problem.Problems;

/** What needs the login server has to wait for it. */
final class LoginsAwayAnswer {

    @ServerExceptionMapper(LoginsAway.class)
    Response away() {
        return Problems.of(503, "logins-away", "The login server cannot be reached; please try again")
                .toResponse();
    }
}
