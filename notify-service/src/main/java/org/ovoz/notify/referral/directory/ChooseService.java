package org.ovoz.notify.referral.directory;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Whether a person may be sent to a service; it stays so until the transaction ends, whoever says otherwise meanwhile. */
@ApplicationScoped
public class ChooseService {

    private static final String READ = "SELECT never_refer FROM service WHERE id = $1 FOR SHARE";

    /** What is to be known before somebody is sent there. */
    public enum Choice {
        POSSIBLE,
        NEVER,
        UNKNOWN
    }

    public Uni<Choice> choose(SqlClient transaction, UUID service) {
        return transaction.preparedQuery(READ).execute(Tuple.of(service)).map(rows -> {
            if (rows.size() == 0) {
                return Choice.UNKNOWN;
            }
            return rows.iterator().next().getString("never_refer") == null ? Choice.POSSIBLE : Choice.NEVER;
        });
    }
}
