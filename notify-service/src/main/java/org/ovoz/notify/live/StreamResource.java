package org.ovoz.notify.live;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ovoz.notify.directory.Roles;

/** The live queue. */
@Path("/api/v1/stream")
@RolesAllowed({Roles.RESPONDER, Roles.COORDINATOR})
@Tag(name = "cases")
public class StreamResource {

    private final OpenedStream opened;

    StreamResource(OpenedStream opened) {
        this.opened = opened;
    }

    @GET
    @OpenStream.Streamed
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Every change of a case that I may see, as it happens",
            description =
                    "Event `case`: a case as in the list. Event `gone`: one that is not for me any more."
                            + " Event `reset`: something was missed, load the list anew. Comments in between show that the stream lives. It ends when the token runs out, and when I am stopped.")
    @Parameter(
            name = "Last-Event-ID",
            in = ParameterIn.HEADER,
            description = "The id of the last event seen: resumes behind it")
    public Multi<OutboundSseEvent> stream(@Context Sse sse) {
        return opened.events().map(event -> toSse(sse, event));
    }

    private static OutboundSseEvent toSse(Sse sse, LiveEvent event) {
        OutboundSseEvent.Builder builder = sse.newEventBuilder();
        if (event.id() != null) {
            builder.id(event.id().toString());
        }
        return event.data() == null
                ? builder.comment(event.name()).build()
                : builder.name(event.name()).data(event.data()).build();
    }
}
