package org.ovoz.notify.routing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.RuleId;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.report.AddressedAs;
import org.ovoz.contracts.routing.RoutingExplanation;
import org.ovoz.contracts.routing.RoutingQuestion;
import org.ovoz.notify.directory.Caller;
import org.ovoz.notify.directory.Callers;
import org.ovoz.notify.directory.Roles;
import org.ovoz.notify.problem.Problems;
import org.ovoz.notify.shift.duty.OnCall;

/** "Who would get a report in Tajik from the Far East at two in the morning, and why?" */
@Path("/api/v1/routing/explain")
@RolesAllowed({Roles.COORDINATOR, Roles.ADMIN})
@Tag(name = "coverage")
public class RoutingResource {

    private final ExplainRouting explainRouting;
    private final Callers callers;
    private final Clock clock;

    RoutingResource(ExplainRouting explainRouting, Callers callers, Clock clock) {
        this.explainRouting = explainRouting;
        this.callers = callers;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Who would get such a report, why, and who would be there",
            description =
                    "language=tg&region=RU-PRI&child=true&need=shelter&need=legal&at=2026-12-01T02:00:00Z; without a"
                            + " language it is undetermined, without a region unknown. The teams are those of now; who is there is"
                            + " asked for the time given, without one for now; to a coordinator, people of other organisations have no"
                            + " handle")
    @APIResponse(responseCode = "400", description = "bad-request: no such language, region, need or time")
    @APIResponse(responseCode = "409", description = "nobody-to-address: no team may read it, not even the catch-all")
    @APIResponse(responseCode = "503", description = "intake-unreachable: intake decides, and does not answer")
    @APIResponseSchema(Explanation.class)
    public Uni<Explanation> explain(
            @QueryParam("language") @Nullable String language,
            @QueryParam("region") @Nullable String region,
            @QueryParam("child") boolean child,
            @QueryParam("need") List<String> needs,
            @QueryParam("at") @Nullable String at) {
        Instant then = at == null ? clock.instant() : instant(at);
        RoutingQuestion question = question(language, region, child, needs);
        return callers.coordinator()
                .chain(coordinator -> explainRouting.explain(question, then).map(outcome -> switch (outcome) {
                    case ExplainOutcome.Explained(RoutingExplanation explanation, List<OnCall> onCall) ->
                        toExplanation(explanation, shown(onCall, coordinator), then);
                    case ExplainOutcome.Nobody() ->
                        throw Problems.of(409, "nobody-to-address", "No team may read such a report");
                    case ExplainOutcome.NoAnswer() ->
                        throw Problems.of(503, "intake-unreachable", "Intake decides this, and does not answer now");
                }));
    }

    /** Organisations do not see each other's people (R8, R28); administrators keep the directory and see them there, too. */
    private static List<OnCall> shown(List<OnCall> onCall, Optional<Caller> coordinator) {
        return coordinator
                .map(caller -> onCall.stream()
                        .map(one -> caller.teams().contains(one.team()) ? one : one.withoutHandles())
                        .toList())
                .orElse(onCall);
    }

    private static RoutingQuestion question(
            @Nullable String language, @Nullable String region, boolean child, List<String> needs) {
        try {
            return new RoutingQuestion(
                    language == null ? LanguageTag.UNDETERMINED : new LanguageTag(language),
                    region == null ? RegionCode.UNKNOWN : new RegionCode(region),
                    needs,
                    child,
                    List.of(),
                    List.of());
        } catch (IllegalArgumentException malformed) {
            throw Problems.badRequest();
        }
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            throw Problems.badRequest();
        }
    }

    private static Explanation toExplanation(RoutingExplanation explanation, List<OnCall> onCall, Instant at) {
        List<AddressedTeam> teams = new ArrayList<>();
        for (int i = 0; i < onCall.size(); i++) {
            OnCall there = onCall.get(i);
            teams.add(new AddressedTeam(
                    there.team(), explanation.addressed().get(i).as(), there.now(), there.next()));
        }
        return new Explanation(at, explanation.rule(), explanation.interpreter(), teams, explanation.steps());
    }

    /**
     * The answer.
     *
     * @param interpreter nobody among those who are alerted at once is known to read the language
     * @param steps how intake came to it
     */
    public record Explanation(
            Instant at,
            RuleId rule,
            boolean interpreter,
            List<AddressedTeam> teams,
            List<RoutingExplanation.Step> steps) {}

    /** A team, and who is there for it then. */
    public record AddressedTeam(TeamId team, AddressedAs as, List<OnCall.There> onCall, List<OnCall.Next> next) {}
}
