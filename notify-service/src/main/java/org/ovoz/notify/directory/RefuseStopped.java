package org.ovoz.notify.directory;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Not every call asks the directory who is calling. This does: who was suspended is out, although the token counts for some minutes yet. */
@ApplicationScoped
class RefuseStopped {

    private final CurrentIdentityAssociation identity;
    private final Callers callers;

    RefuseStopped(CurrentIdentityAssociation identity, Callers callers) {
        this.identity = identity;
        this.callers = callers;
    }

    @ServerRequestFilter
    Uni<Void> refuse() {
        return identity.getDeferredIdentity()
                .chain(who -> isAsked(who)
                        ? callers.refuseStopped(who.getPrincipal().getName())
                        : Uni.createFrom().voidItem());
    }

    private static boolean isAsked(SecurityIdentity who) {
        return !who.isAnonymous() && Roles.among(who.getRoles()).length > 0;
    }
}
