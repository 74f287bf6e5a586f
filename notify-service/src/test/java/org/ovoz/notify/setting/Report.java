package org.ovoz.notify.setting;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.ovoz.contracts.Channel;
import org.ovoz.contracts.Ids;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.RuleId;
import org.ovoz.contracts.report.Addressed;
import org.ovoz.contracts.report.AddressedAs;
import org.ovoz.contracts.report.ConversationClosed;
import org.ovoz.contracts.report.RecipientsChanged;
import org.ovoz.contracts.report.ReportEvent;
import org.ovoz.contracts.report.ReportReceived;
import org.ovoz.contracts.report.ReporterWrote;

/** A report as intake tells of it, event after event. */
public final class Report {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final ReportId id = new ReportId(Ids.random());
    private final List<Addressed> addressed = new ArrayList<>();
    private boolean danger;
    private boolean child;
    private Instant receivedAt = MovableClock.now();
    private long sequence;

    private Report() {}

    public static Report to(Team team) {
        return new Report().addressing(team, AddressedAs.RESPONSIBLE);
    }

    /** That is there, for this person to see. */
    public static Report inTheQueueOf(Person person) {
        return to(person.team()).waitingFor(person);
    }

    /** Tells of it, and waits until this person sees it. */
    public Report waitingFor(Person person) {
        Bus.send(received());
        await(person, seen -> true);
        return this;
    }

    public Report escalatingTo(Team team) {
        return addressing(team, AddressedAs.ESCALATION);
    }

    public Report addressedTo(Team team) {
        return addressing(team, AddressedAs.RESPONSIBLE);
    }

    public Report ofSomebodyInDanger() {
        danger = true;
        return this;
    }

    public Report ofAChild() {
        child = true;
        return this;
    }

    public Report receivedAt(Instant when) {
        receivedAt = when;
        return this;
    }

    public ReportId id() {
        return id;
    }

    public String path() {
        return "/api/v1/cases/" + id;
    }

    public Bus.Sent received() {
        return next(new ReportReceived(
                id,
                Channel.SMS,
                new LanguageTag("uz-Latn"),
                RegionCode.UNKNOWN,
                danger,
                child,
                List.copyOf(addressed),
                new RuleId("language-any-region"),
                false,
                receivedAt));
    }

    public Bus.Sent wroteAgain() {
        return next(new ReporterWrote(id, new ItemId(Ids.random()), Channel.SMS, MovableClock.now()));
    }

    /** As if a responder had fetched it. */
    public void wasRead() {
        Sql.change("UPDATE report_case SET first_opened_at = received_at, read_by = NULL WHERE id = ?", id.value());
        Sql.change(
                "UPDATE ladder SET ended_at = started_at, ended = 'read' WHERE report_id = ? AND ended_at IS NULL",
                id.value());
    }

    /** As if a browser had let these in and nobody else. */
    public Bus.Sent readBy(Addressed... teams) {
        return next(new RecipientsChanged(id, List.of(teams), MovableClock.now()));
    }

    /** A team that was let in, beside those addressed. */
    public Bus.Sent letsIn(Team team) {
        List<Addressed> now = new ArrayList<>(addressed);
        now.add(new Addressed(team.id(), AddressedAs.RESPONSIBLE));
        return readBy(now.toArray(Addressed[]::new));
    }

    public Bus.Sent closed() {
        return next(new ConversationClosed(id, MovableClock.now()));
    }

    public Bus.Sent next(ReportEvent event) {
        return Bus.Sent.of(event, ++sequence);
    }

    public <E extends ReportEvent> Bus.Sent next(Function<ReportId, E> event) {
        return next(event.apply(id));
    }

    /** The case, once it is as it is to be. */
    public JsonPath await(Person person, Predicate<JsonPath> like) {
        return Awaitility.await()
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptionsMatching(fault -> fault instanceof NotYet)
                .until(() -> seenBy(person), like);
    }

    private JsonPath seenBy(Person person) {
        Response answer = Api.as(person).get(path());
        if (answer.statusCode() != 200) {
            throw new NotYet();
        }
        return answer.jsonPath();
    }

    private static final class NotYet extends RuntimeException {}

    private Report addressing(Team team, AddressedAs as) {
        addressed.add(new Addressed(team.id(), as));
        return this;
    }
}
