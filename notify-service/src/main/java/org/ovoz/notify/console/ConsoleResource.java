package org.ovoz.notify.console;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.ovoz.notify.problem.Problems;

/** The console's pages, to everybody: they hold nothing, and what they show needs a login. */
@Path("/")
@PermitAll
@NonBlocking
public class ConsoleResource {

    private final ConsoleBundle bundle;
    private final ConsoleSettings settings;

    ConsoleResource(ConsoleBundle bundle, ConsoleSettings settings) {
        this.bundle = bundle;
        this.settings = settings;
    }

    @GET
    @Operation(hidden = true)
    public Response root() {
        return toConsole();
    }

    /** The page's own links are relative, so it must be asked for with the slash. */
    @GET
    @Path("console")
    @Operation(hidden = true)
    public Response index(
            @Context HttpServerRequest asked,
            @Context Request request,
            @HeaderParam("Accept-Encoding") @Nullable String encodings) {
        return asked.path().endsWith("/") ? file("index.html", request, encodings) : toConsole();
    }

    @GET
    @Path("console/config.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Where the console's users sign in")
    public Config config() {
        return new Config(settings.issuer(), settings.clientId());
    }

    @GET
    @Path("console/{name}")
    @Operation(hidden = true)
    public Response file(
            String name, @Context Request request, @HeaderParam("Accept-Encoding") @Nullable String encodings) {
        ConsoleFile file = bundle.file(name).orElseThrow(Problems::notFound);
        EntityTag tag = new EntityTag(file.tag());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.tag(tag).build();
        }
        boolean zipped = encodings != null && encodings.contains("gzip");
        Response.ResponseBuilder answer = Response.ok(zipped ? file.compressed() : file.plain())
                .header("Content-Type", file.type())
                .header("Vary", "Accept-Encoding")
                .tag(tag);
        return zipped ? answer.header("Content-Encoding", "gzip").build() : answer.build();
    }

    private static Response toConsole() {
        return Response.status(Response.Status.FOUND)
                .header("Location", URI.create("/console/"))
                .build();
    }

    /** What the console needs to know before anybody has signed in. */
    public record Config(URI issuer, String clientId) {}
}
