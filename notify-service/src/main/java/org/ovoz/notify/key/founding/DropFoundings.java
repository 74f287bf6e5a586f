package org.ovoz.notify.key.founding;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.ovoz.contracts.desk.PersonId;
import org.ovoz.notify.directory.HeldWork;
import org.ovoz.transport.transaction.Transaction;

/** A founder who was stopped, or is in another organisation now, founds nothing: the keys that they made are void, and somebody else is named. */
@ApplicationScoped
class DropFoundings implements HeldWork {

    private static final String DROP = "DELETE FROM team_founding WHERE founder = $1";
    private static final String UNSEEN = """
            DELETE FROM team_founding f USING wanted_team w, person p
            WHERE f.founder = $1 AND w.id = f.team AND p.id = f.founder AND p.organisation <> w.organisation""";

    @Override
    public Uni<Void> giveBack(Transaction transaction, PersonId person) {
        return drop(transaction, person, DROP);
    }

    @Override
    public Uni<Void> giveBackUnseen(Transaction transaction, PersonId person) {
        return drop(transaction, person, UNSEEN);
    }

    private static Uni<Void> drop(Transaction transaction, PersonId person, String sql) {
        return transaction
                .connection()
                .preparedQuery(sql)
                .execute(Tuple.of(person.value()))
                .replaceWithVoid();
    }
}
