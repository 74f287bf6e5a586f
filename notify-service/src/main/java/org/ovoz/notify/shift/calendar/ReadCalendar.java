package org.ovoz.notify.shift.calendar;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.shift.duty.MyDuties;

/** A person's calendar. */
@ApplicationScoped
class ReadCalendar {

    private static final String COVER = "SELECT cover_text FROM person WHERE id = $1";

    private final Pool pool;
    private final MyDuties myDuties;
    private final Clock clock;

    ReadCalendar(Pool pool, MyDuties myDuties, Clock clock) {
        this.pool = pool;
        this.myDuties = myDuties;
        this.clock = clock;
    }

    Uni<String> read(PersonId person) {
        return pool.preparedQuery(COVER)
                .execute(Tuple.of(person.value()))
                .chain(rows -> myDuties.read(person)
                        .map(duties -> WriteCalendar.write(
                                duties, rows.iterator().next().getString("cover_text"), clock.instant())));
    }
}
