package org.ovoz.notify.key.proof;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;

/** Before I change what opens my key. */
@Path("/api/v1/me/key/challenge")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR, Roles.ADMIN})
@Tag(name = "keys")
public class ChallengeResource {

    private static final String KEY = "SELECT public_key FROM person_key WHERE person = $1";

    private final Pool pool;
    private final Challenges challenges;
    private final Callers callers;

    ChallengeResource(Pool pool, Challenges challenges, Callers callers) {
        this.pool = pool;
        this.challenges = challenges;
        this.callers = callers;
    }

    @POST
    @Operation(
            summary =
                    "A word that is sealed to my key; answering with it as Key-Proof: id.word shows that I have opened it")
    @APIResponse(responseCode = "404", description = "no-key: none was made yet")
    @APIResponseSchema(Challenge.class)
    public Uni<Challenge> ask() {
        return callers.current().chain(caller -> challenge(caller));
    }

    private Uni<Challenge> challenge(Caller caller) {
        return pool.preparedQuery(KEY).execute(Tuple.of(caller.id().value())).chain(rows -> {
            if (rows.size() == 0) {
                throw Problems.of(404, "no-key", "You have made no key yet");
            }
            return challenges.ask(caller.id(), rows.iterator().next().getString("public_key"));
        });
    }
}
