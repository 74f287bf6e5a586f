package org.ovoz.local.carrier.recordings;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ovoz.local.carrier.rest.Answers;
import org.ovoz.local.carrier.rest.Dates;
import org.ovoz.local.carrier.rest.Listing;

/** {@code /Recordings.json}, {@code /Recordings/{Sid}.json} and the media at {@code .wav}. */
public final class RecordingsApi {
    private final Recordings recordings;

    public RecordingsApi(Recordings recordings) {
        this.recordings = recordings;
    }

    public void mount(Router account) {
        account.get("/Recordings.json")
                .handler(context -> list(context, context.queryParams().get("CallSid")));
        account.get("/Calls/:call/Recordings.json").handler(context -> list(context, context.pathParam("call")));
        account.get("/Recordings/:sid.json")
                .handler(context -> found(context)
                        .ifPresent(recording -> Answers.json(context, 200, recording.toJson(origin(context)))));
        account.delete("/Recordings/:sid.json").handler(this::delete);
        account.get("/Recordings/:sid.wav").handler(this::media);
        account.get("/Recordings/:sid").handler(this::media);
    }

    private void list(RoutingContext context, @Nullable String call) {
        MultiMap query = context.queryParams();
        List<Recording> found = recordings.of(
                Answers.account(context),
                recording -> (call == null || call.equals(recording.callSid()))
                        && Dates.within(query, "DateCreated", recording.started()));
        Listing.answer(context, "recordings", found, Recording::sid, recording -> recording.toJson(origin(context)));
    }

    private void media(RoutingContext context) {
        found(context)
                .ifPresent(recording -> context.response()
                        .putHeader("Content-Type", "audio/x-wav")
                        .end(Buffer.buffer(Sound.wav(recording.seconds()))));
    }

    private void delete(RoutingContext context) {
        found(context).ifPresent(recording -> {
            recordings.remove(recording.sid());
            Answers.gone(context);
        });
    }

    private Optional<Recording> found(RoutingContext context) {
        Optional<Recording> recording = recordings.of(Answers.account(context), context.pathParam("sid"));
        if (recording.isEmpty()) {
            Answers.notFound(context);
        }
        return recording;
    }

    private static String origin(RoutingContext context) {
        return context.request().scheme() + "://" + context.request().authority();
    }
}
