package org.ovoz.notify.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.ovoz.notify.cases.Audience;
import org.ovoz.notify.cases.ShownCase;
import org.ovoz.notify.live.log.StreamPosition;

/** Makes a reader's events of what changed: only of what they may see at this moment. */
@ApplicationScoped
class CaseEvents {

    private final ObjectMapper json;

    CaseEvents(ObjectMapper json) {
        this.json = json;
    }

    List<LiveCase> write(List<ShownCase> shown) {
        return shown.stream().map(this::write).toList();
    }

    /** The last one says where the reader stands: a break among them must not lose the rest. */
    List<LiveEvent> of(Batch batch, LiveStream stream, List<LiveCase> cases) {
        List<LiveCase> told = cases.stream()
                .filter(one -> batch.isFor(stream, one.id()) && isToldTo(stream, one.audience()))
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

    private static boolean isToldTo(LiveStream stream, Audience audience) {
        return audience.holds(stream.caller()) || audience.isWithdrawnFrom(stream.caller());
    }

    private LiveCase write(ShownCase shown) {
        try {
            return new LiveCase(shown.view().id(), shown.audience(), json.writeValueAsString(shown.view()));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("a case that cannot be written", unwritable);
        }
    }
}
