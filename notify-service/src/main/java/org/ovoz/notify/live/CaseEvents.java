package org.ovoz.notify.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ovoz.contracts.TeamId;
import org.ovoz.notify.cases.CaseView;
import org.ovoz.notify.cases.ShownCase;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.live.log.StreamPosition;

/** Makes a reader's events of what changed: only of what they may see at this moment. */
@ApplicationScoped
class CaseEvents {

    private final ObjectMapper json;
    private final Clock clock;
    private final LeftTeams leftTeams = new LeftTeams();

    CaseEvents(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    List<LiveCase> write(List<ShownCase> shown) {
        return shown.stream().map(this::write).toList();
    }

    /** The last one says where the reader stands: a break among them must not lose the rest. */
    List<LiveEvent> of(Batch batch, LiveStream stream, List<LiveCase> cases) {
        List<LiveCase> told = cases.stream()
                .filter(one -> batch.isFor(stream, one.id()) && isToldTo(stream.caller(), one))
                .toList();
        List<LiveEvent> events = new ArrayList<>(told.size());
        for (LiveCase one : told) {
            StreamPosition position = events.size() == told.size() - 1 ? batch.position() : null;
            events.add(
                    one.audience().holds(stream.caller())
                            ? LiveEvent.ofCase(one.json(), position)
                            : LiveEvent.gone(one.id(), position));
        }
        return events;
    }

    private static boolean isToldTo(Caller caller, LiveCase one) {
        return one.audience().holds(caller) || one.isTakenFrom(caller);
    }

    private LiveCase write(ShownCase shown) {
        CaseView view = shown.view();
        try {
            Set<TeamId> left = leftTeams.of(view.id(), view.teams(), clock.instant());
            return new LiveCase(view.id(), shown.audience(), left, json.writeValueAsString(view));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("a case that cannot be written", unwritable);
        }
    }
}
