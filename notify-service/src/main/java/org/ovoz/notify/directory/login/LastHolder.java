package org.ovoz.notify.directory.login;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.TeamId;
import org.ovoz.notify.directory.HeldAlone;

/** Warns before somebody is stopped or moved who alone holds a team's keys: its reports could be read by nobody any more. */
@ApplicationScoped
class LastHolder {

    /** How whoever was warned says that it is meant. */
    static final String DESPITE = "last-holder";

    private final List<HeldAlone> held;

    LastHolder(@All List<HeldAlone> held) {
        this.held = held;
    }

    /** @param staying teams that the person stays in */
    Uni<LoginOutcome> unless(
            @Nullable String despite, String subject, Set<String> staying, Supplier<Uni<LoginOutcome>> change) {
        return DESPITE.equals(despite)
                ? change.get()
                : alone(subject, staying)
                        .chain(teams -> teams.isEmpty()
                                ? change.get()
                                : Uni.createFrom().item(new LoginOutcome.LastHolder(teams)));
    }

    private Uni<List<TeamId>> alone(String subject, Set<String> staying) {
        return Multi.createFrom()
                .iterable(held)
                .onItem()
                .transformToUniAndConcatenate(one -> one.by(subject, staying))
                .collect()
                .asList()
                .map(all -> all.stream().flatMap(List::stream).toList());
    }
}
