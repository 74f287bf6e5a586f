package org.ovoz.notify.directory.reconcile;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.ovoz.notify.directory.DirectoryDiffers;
import org.ovoz.notify.directory.keycloak.ListLogins;
import org.ovoz.notify.directory.keycloak.Login;
import org.ovoz.notify.directory.keycloak.Logins;
import org.ovoz.notify.directory.keycloak.LoginsAway;
import org.ovoz.notify.directory.keycloak.NoSuchLogin;

/**
 * Compares the login server with the desk, now and then and on demand. Changes nothing unless the listing is whole. When most people would
 * be stopped nobody is, and only the desk's own word is carried out: a login server that was lost or put back must not stop everybody, nor
 * let in again who was stopped.
 */
@ApplicationScoped
class ReconcileLogins {

    private static final Logger LOG = Logger.getLogger(ReconcileLogins.class);

    private final ListLogins listLogins;
    private final Logins logins;
    private final KnownPeople knownPeople;
    private final ApplyDrift applyDrift;
    private final UnknownLogins unknownLogins;
    private final Comparisons comparisons;
    private final DirectoryDiffers differs;

    ReconcileLogins(
            ListLogins listLogins,
            Logins logins,
            KnownPeople knownPeople,
            ApplyDrift applyDrift,
            UnknownLogins unknownLogins,
            Comparisons comparisons,
            DirectoryDiffers differs) {
        this.listLogins = listLogins;
        this.logins = logins;
        this.knownPeople = knownPeople;
        this.applyDrift = applyDrift;
        this.unknownLogins = unknownLogins;
        this.comparisons = comparisons;
        this.differs = differs;
    }

    @Scheduled(
            every = "${ovoz.logins.reconcile-every:5m}",
            delayed = "${ovoz.logins.reconcile-first:1m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> pass() {
        return logins.isConfigured()
                ? reconcile().replaceWithVoid().onFailure(LoginsAway.class).recoverWithNull()
                : Uni.createFrom().voidItem();
    }

    /** Fails with {@link LoginsAway}; what was done until then is done. */
    Uni<ReconcileOutcome> reconcile() {
        return listLogins
                .list()
                .chain(all -> knownPeople
                        .all()
                        .chain(people -> found(all, people)
                                .chain(found -> settle(people, ReconcileRules.compare(people, found)))))
                .call(comparisons::keep);
    }

    /** Only of those whom the desk knows it matters which roles they have. */
    private Uni<List<FoundLogin>> found(List<Login> all, List<KnownPerson> people) {
        Set<String> known = people.stream().map(KnownPerson::subject).collect(Collectors.toSet());
        return each(
                all,
                login -> known.contains(login.subject())
                        ? logins.rolesOf(login.subject())
                                .map(roles -> new FoundLogin(login, roles))
                                .onFailure(NoSuchLogin.class)
                                .transform(gone -> new LoginsAway("a login went away while it was asked for"))
                        : Uni.createFrom().item(new FoundLogin(login, Set.of())));
    }

    private Uni<ReconcileOutcome> settle(List<KnownPerson> people, List<Drift> drifts) {
        return ReconcileRules.isLostRealm(people, drifts) ? settleLost(drifts) : settleWhole(drifts);
    }

    private Uni<ReconcileOutcome> settleLost(List<Drift> drifts) {
        LOG.errorf("most logins are gone or disabled at once: nobody was suspended, somebody has to look");
        List<Drift> todo = drifts.stream().filter(ReconcileRules::isDesksWord).toList();
        return differs.realmIsLost()
                .chain(() -> each(todo, this::apply))
                .replaceWith(new ReconcileOutcome.LostRealm(drifts.size()));
    }

    private Uni<ReconcileOutcome> settleWhole(List<Drift> drifts) {
        List<String> unknown = drifts.stream()
                .filter(Drift.Unknown.class::isInstance)
                .map(Drift::subject)
                .toList();
        List<Drift> todo = drifts.stream()
                .filter(drift -> !(drift instanceof Drift.Unknown))
                .toList();
        return each(todo, this::apply).chain(results -> {
            int changed = (int) results.stream().filter(done -> done).count();
            return unknownLogins
                    .are(unknown)
                    .chain(() -> differs.nobodyInvited(unknown))
                    .replaceWith(new ReconcileOutcome.Compared(changed, results.size() - changed, unknown));
        });
    }

    private Uni<Boolean> apply(Drift drift) {
        return applyDrift
                .apply(drift)
                .invoke(done -> LOG.infof(
                        "%s of login %s: %s",
                        drift.getClass().getSimpleName(), drift.subject(), done ? "settled" : "left"));
    }

    private static <T, R> Uni<List<R>> each(List<T> all, Function<T, Uni<R>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .asList();
    }
}
