package org.ovoz.notify.alert.answer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.ovoz.notify.time.SqlTime;

/**
 * Answers by text: the token of an alert acknowledges it, the token and a 2 claim its report. Only from the number that the alert went
 * to; whoever names too many tokens that are none is not listened to for a while.
 */
@ApplicationScoped
public class AnswerTexts {

    private static final Logger LOG = Logger.getLogger(AnswerTexts.class);
    private static final Pattern FORM = Pattern.compile("\\D*?(" + AnswerTokens.FORM + ")(?:\\s*([12]))?\\s*");
    private static final String CLAIM = "2";
    private static final String FIND = """
            SELECT p.id AS person, a.id AS alert,
                (SELECT count(*) FROM misanswer m WHERE m.person = p.id AND m.at > $3) AS missed
            FROM reachable_person p LEFT JOIN alert a ON a.person = p.id AND a.kind = 'sms' AND a.token = $2 AND a.created_at > $4
                AND a.state <> 'dropped'
            WHERE p.sms = $1
            ORDER BY a.created_at DESC NULLS LAST LIMIT 1""";
    private static final String MISSED = "INSERT INTO misanswer (person, at) VALUES ($1, $2)";

    private final Pool pool;
    private final AnswerAlerts answerAlerts;
    private final AnswerTimes times;
    private final Clock clock;

    AnswerTexts(Pool pool, AnswerAlerts answerAlerts, AnswerTimes times, Clock clock) {
        this.pool = pool;
        this.answerAlerts = answerAlerts;
        this.times = times;
        this.clock = clock;
    }

    /**
     * @param from the number that wrote, as the carrier has it
     * @return what to say back; nothing to a number that is nobody's, so that it learns nothing
     */
    public Uni<Optional<String>> answer(String from, String body) {
        Matcher words = FORM.matcher(body);
        String token = words.matches() ? words.group(1) : "";
        Answer answer = words.matches() && CLAIM.equals(words.group(2)) ? Answer.CLAIM : Answer.ACKNOWLEDGE;
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(
                        from,
                        token,
                        SqlTime.of(clock.instant().minus(times.deafFor())),
                        SqlTime.of(clock.instant().minus(times.tokenHolds()))))
                .chain(rows -> take(rows, answer));
    }

    private Uni<Optional<String>> take(RowSet<Row> rows, Answer answer) {
        if (rows.size() == 0) {
            LOG.warn("a text to the staff number came from a number that is nobody's");
            return Uni.createFrom().item(Optional.empty());
        }
        Row row = rows.iterator().next();
        UUID alert = row.getUUID("alert");
        if (row.getLong("missed") >= times.misses()) {
            LOG.warnf("person %s named too many tokens that are none", row.getUUID("person"));
            return Uni.createFrom().item(Optional.empty());
        }
        return alert == null
                ? missed(row.getUUID("person"))
                : answerAlerts.answer(alert, answer).map(AnswerTexts::say);
    }

    private Uni<Optional<String>> missed(UUID person) {
        return pool.preparedQuery(MISSED)
                .execute(Tuple.of(person, SqlTime.of(clock.instant())))
                .replaceWith(Optional.of("?"));
    }

    /** The same answer again is as well taken as the first. */
    private static Optional<String> say(List<AnswerOutcome> outcomes) {
        return Optional.of(
                outcomes.isEmpty()
                        ? AnswerOutcome.TAKEN.word()
                        : outcomes.getFirst().word());
    }
}
