package org.ovoz.notify.live;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The stream of the request under way. */
@RequestScoped
class OpenedStream {

    private @Nullable LiveStream stream;

    void is(LiveStream opened) {
        stream = opened;
    }

    Multi<LiveEvent> events() {
        return stream == null ? Multi.createFrom().empty() : stream.events();
    }
}
