package org.ovoz.notify.setting;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody in the directory, with a login, a number and a mailbox. */
public record Person(String subject, String handle, Team team, String sms, String email, String token) {

    private static final AtomicInteger NUMBERS = new AtomicInteger(1_000_000);

    /** On call, and alerted by text and by mail. */
    public static Person aResponderOf(Team team) {
        return someone(team, true, "responder");
    }

    public static Person aResponderOffCallOf(Team team) {
        return someone(team, false, "responder");
    }

    /** In no team: sees all of the organisation's. */
    public static Person aCoordinatorOf(Team team) {
        return someone(team, false, "coordinator");
    }

    /** Who coordinates and answers reports. */
    public static Person aCoordinatorWhoAnswersIn(Team team) {
        return someone(team, false, "coordinator", "responder");
    }

    private static Person someone(Team team, boolean onCall, String... roles) {
        String subject = UUID.randomUUID().toString();
        String handle = "p" + Team.some();
        Person person = new Person(
                subject,
                handle,
                team,
                "+999" + NUMBERS.incrementAndGet(),
                handle + "@people.example",
                DeskSetting.get().logins().token(subject, roles));
        Object form = Map.of(
                "handle",
                handle,
                "organisation",
                team.organisation().value(),
                "teams",
                List.of(roles).equals(List.of("coordinator"))
                        ? List.of()
                        : List.of(team.id().value()),
                "languages",
                List.of("uz-Latn"),
                "channels",
                Map.of("sms", person.sms, "email", person.email),
                "onCall",
                onCall);
        Api.asAdmin()
                .body(form)
                .put("/api/v1/directory/people/" + subject)
                .then()
                .statusCode(204);
        return person;
    }

    /** The desk's own id. */
    public UUID id() {
        return UUID.fromString(
                Sql.read("SELECT id FROM person WHERE subject = ?", subject).getFirst());
    }

    /** Is rung at the number that texts go to. */
    public Person withATelephone() {
        Sql.change("UPDATE person SET call = sms WHERE subject = ?", subject);
        return this;
    }

    @Override
    public String toString() {
        return handle;
    }
}
