package org.ovoz.local.carrier.media;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.ovoz.local.carrier.faults.Fault;
import org.ovoz.local.carrier.faults.Faults;
import org.ovoz.local.carrier.rest.Answers;
import org.ovoz.local.carrier.rest.Dates;
import org.ovoz.local.carrier.rest.Listing;
import org.ovoz.local.carrier.rest.TwilioError;

/**
 * {@code /Messages/{Sid}/Media.json} and {@code /Messages/{Sid}/Media/{Sid}.json}; without {@code .json} it points to the content, at an
 * address that asks for no password.
 */
public final class MediaApi {
    private static final String CONTENT = "/media/";

    private final Media media;
    private final Faults faults;
    private final Vertx vertx;

    public MediaApi(Media media, Faults faults, Vertx vertx) {
        this.media = media;
        this.faults = faults;
        this.vertx = vertx;
    }

    public void mount(Router account) {
        account.get("/Messages/:message/Media.json").handler(this::list);
        account.get("/Messages/:message/Media/:sid.json")
                .handler(context -> found(context).ifPresent(medium -> Answers.json(context, 200, json(medium))));
        account.delete("/Messages/:message/Media/:sid.json").handler(this::delete);
        account.delete("/Messages/:message/Media/:sid").handler(this::delete);
        account.get("/Messages/:message/Media/:sid").handler(this::point);
    }

    public void mountContent(Router router) {
        router.get(CONTENT + ":token").handler(this::content);
    }

    private void list(RoutingContext context) {
        Listing.answer(
                context,
                "media_list",
                media.of(Answers.account(context), context.pathParam("message")),
                Medium::sid,
                MediaApi::json);
    }

    private void point(RoutingContext context) {
        found(context)
                .ifPresent(medium -> faults.onMedia(medium.phone())
                        .ifPresentOrElse(fault -> disturb(context, medium, fault), () -> point(context, medium)));
    }

    private void disturb(RoutingContext context, Medium medium, Fault fault) {
        switch (fault.kind()) {
            case MEDIA_ERROR -> Answers.error(context, TwilioError.serverError(fault.code()));
            case MEDIA_MISSING -> Answers.notFound(context);
            case MEDIA_DELAY -> vertx.setTimer(fault.delayMillis(), late -> point(context, medium));
            default -> throw new IllegalStateException("no fault of media");
        }
    }

    /** By the name that it was asked by: an application follows it to nobody else. */
    private void point(RoutingContext context, Medium medium) {
        context.response()
                .setStatusCode(307)
                .putHeader("Location", "http://" + context.request().authority() + CONTENT + medium.token())
                .end();
    }

    private void content(RoutingContext context) {
        media.byToken(context.pathParam("token"))
                .ifPresentOrElse(
                        medium -> context.response()
                                .putHeader("Content-Type", medium.content().type())
                                .putHeader("Content-Security-Policy", "sandbox")
                                .putHeader("Content-Disposition", "attachment")
                                .end(Buffer.buffer(medium.content().bytes())),
                        () -> context.response().setStatusCode(404).end());
    }

    private void delete(RoutingContext context) {
        found(context).ifPresent(medium -> {
            media.remove(medium.sid());
            Answers.gone(context);
        });
    }

    private Optional<Medium> found(RoutingContext context) {
        Optional<Medium> medium =
                media.of(Answers.account(context), context.pathParam("message"), context.pathParam("sid"));
        if (medium.isEmpty()) {
            Answers.notFound(context);
        }
        return medium;
    }

    private static JsonObject json(Medium medium) {
        return new JsonObject()
                .put("sid", medium.sid())
                .put("account_sid", medium.account())
                .put("parent_sid", medium.message())
                .put("content_type", medium.content().type())
                .put("date_created", Dates.text(medium.created()))
                .put("date_updated", Dates.text(medium.created()))
                .put("uri", medium.uri() + ".json");
    }
}
