package org.ovoz.notify.directory;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Administrators and auditors need not be in the directory, so most of their calls never ask it. This does: whoever was suspended is out
 * although the token still counts for some minutes.
 */
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
        return !who.isAnonymous() && (who.hasRole(Roles.ADMIN) || who.hasRole(Roles.AUDITOR));
    }
}
