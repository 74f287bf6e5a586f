package org.ovoz.intake.orders.action;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.ovoz.contracts.order.AttachmentResult;
import org.ovoz.contracts.order.OrderBody;

/**
 * Gives a team the sealed bytes of an attachment, some chunks at a time: a conversation's fetch stays small, and a picture is brought only
 * to whoever wishes to see it. The key came with the fetch.
 */
@Singleton
public class FetchChunks {

    /** Chunks in one answer: a megabyte, so that a slow line shows how far it is. */
    static final int TOGETHER = 4;

    private static final String CHUNKS = """
            SELECT c.jwe FROM item_chunk c JOIN item_grant g ON g.item_id = c.item_id AND g.recipient = $3
            WHERE c.item_id = $1 AND c.report_id = $2 AND c.idx >= $4 ORDER BY c.idx LIMIT $5""";

    private static final Refusal UNKNOWN =
            Refusal.of(404, "unknown-attachment", "No such part of an attachment for this team");

    public Uni<OrderAnswer> fetch(Work work) {
        OrderBody.Attachment wanted = work.order().body(OrderBody.Attachment.class);
        return wanted.from() < 0
                ? Uni.createFrom().item(OrderAnswer.refused(Refusal.badBody()))
                : chunks(work, wanted)
                        .map(chunks -> chunks.isEmpty()
                                ? OrderAnswer.refused(UNKNOWN)
                                : new OrderAnswer.Opened(new AttachmentResult(
                                        work.report().id(), wanted.item(), wanted.from(), chunks)));
    }

    private static Uni<List<String>> chunks(Work work, OrderBody.Attachment wanted) {
        return work.transaction()
                .connection()
                .preparedQuery(CHUNKS)
                .execute(Tuple.of(
                        wanted.item().value(),
                        work.report().id().value(),
                        work.order().team().value(),
                        wanted.from(),
                        TOGETHER))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("jwe"))
                        .toList());
    }
}
