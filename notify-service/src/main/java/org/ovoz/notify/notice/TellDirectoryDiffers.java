package org.ovoz.notify.notice;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ovoz.notify.directory.DirectoryDiffers;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/** Puts before all coordinators in what login server and desk differ, until a comparison finds it no more. */
@ApplicationScoped
class TellDirectoryDiffers implements DirectoryDiffers {

    private static final String LOST_REALM = "lost-realm";
    private static final String OVER =
            "SELECT subject FROM notice WHERE kind = $1 AND ended_at IS NULL AND subject <> ALL ($2)";

    private final Transactions transactions;
    private final RaiseNotice raiseNotice;
    private final EndNotice endNotice;

    TellDirectoryDiffers(Transactions transactions, RaiseNotice raiseNotice, EndNotice endNotice) {
        this.transactions = transactions;
        this.raiseNotice = raiseNotice;
        this.endNotice = endNotice;
    }

    @Override
    public Uni<Void> realmIsLost() {
        return transactions.commit(transaction -> raise(transaction, LOST_REALM).replaceWithVoid());
    }

    @Override
    public Uni<Void> nobodyInvited(List<String> logins) {
        return transactions.commit(transaction -> over(transaction, logins)
                .chain(over -> each(over, subject -> endNotice.end(transaction, NoticeKind.DIRECTORY_DIFFERS, subject)))
                .chain(() -> each(logins, login -> raise(transaction, login))));
    }

    private static Uni<List<String>> over(Transaction transaction, List<String> logins) {
        return transaction
                .connection()
                .preparedQuery(OVER)
                .execute(Tuple.of(NoticeKind.DIRECTORY_DIFFERS.word(), logins.toArray(String[]::new)))
                .map(rows -> {
                    List<String> over = new ArrayList<>(rows.size());
                    rows.forEach(row -> over.add(row.getString("subject")));
                    return over;
                });
    }

    private Uni<Boolean> raise(Transaction transaction, String subject) {
        return raiseNotice.raise(transaction, NoticeKind.DIRECTORY_DIFFERS, subject, null);
    }

    private static Uni<Void> each(List<String> all, Function<String, Uni<?>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(one -> work.apply(one).replaceWithVoid())
                .collect()
                .last()
                .replaceWithVoid();
    }
}
