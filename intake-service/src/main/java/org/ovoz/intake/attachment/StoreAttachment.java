package org.ovoz.intake.attachment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.report.ReporterWrote;
import org.ovoz.contracts.sealing.AttachmentHead;
import org.ovoz.contracts.sealing.AttachmentHead.Failure;
import org.ovoz.contracts.sealing.ItemKind;
import org.ovoz.intake.audit.AuditLog;
import org.ovoz.intake.outbox.ReportEvents;
import org.ovoz.intake.sealing.RecipientKey;
import org.ovoz.intake.sealing.SealAttachment;
import org.ovoz.intake.sealing.SealItem;
import org.ovoz.intake.sealing.SealedItem;
import org.ovoz.intake.sealing.ShredKey;
import org.ovoz.transport.transaction.Transaction;
import org.ovoz.transport.transaction.Transactions;

/**
 * The one way in which a picture or a sound is stored, whatever channel it came by: sealed in chunks before anything is written, to those
 * who are the report's recipients at that moment. Done for an item once, however often it is tried.
 */
@Singleton
class StoreAttachment {

    private final Transactions transactions;
    private final SealAttachment sealAttachment;
    private final AttachmentReaders readers;
    private final Clock clock;

    StoreAttachment(Transactions transactions, SealAttachment sealAttachment, AttachmentReaders readers, Clock clock) {
        this.transactions = transactions;
        this.sealAttachment = sealAttachment;
        this.readers = readers;
        this.clock = clock;
    }

    /** @param message that it came with */
    record Target(ItemId item, ReportId report, ItemId message, String label) {}

    /** True if it is committed by this call; false where somebody else was faster, or the report is erased. */
    Uni<Boolean> store(Target target, byte[] bytes, ShredKey key) {
        AttachmentHead head = AttachmentHead.of(target.message(), target.label(), bytes.length, clock.instant());
        return write(new Parcel(target, head, sealAttachment.chunks(target.report(), target.item(), bytes), key));
    }

    /** The responders see that there was something. */
    Uni<Void> fail(Target target, Failure why, ShredKey key) {
        AttachmentHead head = AttachmentHead.failed(target.message(), target.label(), why, clock.instant());
        return write(new Parcel(target, head, sealAttachment.none(target.item()), key))
                .replaceWithVoid();
    }

    private record Parcel(Target target, AttachmentHead head, SealAttachment.Chunked chunked, ShredKey key) {

        boolean hasFailed() {
            return head.failed() != null;
        }
    }

    private Uni<Boolean> write(Parcel parcel) {
        return transactions.commit(transaction -> AttachmentRows.lock(
                        transaction.connection(), parcel.target().report())
                .chain(report -> MediaRows.isWanted(
                                transaction.connection(), parcel.target().item())
                        .chain(wanted -> report.filter(AttachmentRows.Report::isReadable)
                                .filter(there -> wanted)
                                .map(there -> write(transaction, parcel, there).replaceWith(true))
                                .orElseGet(() -> Uni.createFrom().item(false)))));
    }

    private Uni<Void> write(Transaction transaction, Parcel parcel, AttachmentRows.Report report) {
        SqlClient sql = transaction.connection();
        Target target = parcel.target();
        return readers.of(sql, target.report())
                .map(to -> seal(parcel, to))
                .chain(item -> AttachmentRows.insert(
                        sql, target.report(), item, parcel.chunked().chunks()))
                .chain(() -> parcel.hasFailed()
                        ? MediaRows.settle(sql, target.item(), "wanted", "failed")
                        : MediaRows.stored(sql, target.item()))
                .chain(() -> AuditLog.append(sql, audit(parcel)))
                .chain(() -> report.isRead() && !parcel.hasFailed()
                        ? tellThatItIsUnread(transaction, parcel, report)
                        : Uni.createFrom().voidItem());
    }

    private SealedItem seal(Parcel parcel, List<RecipientKey> to) {
        SealItem.Envelope envelope = new SealItem.Envelope(
                parcel.target().report(), ItemKind.ATTACHMENT, parcel.head().at());
        return sealAttachment.head(envelope, parcel.chunked(), Json.write(parcel.head()), to, parcel.key());
    }

    /** Where the text that it came with was fetched already, it has to be read like another one. */
    private static Uni<Void> tellThatItIsUnread(Transaction transaction, Parcel parcel, AttachmentRows.Report report) {
        ReportId id = parcel.target().report();
        Instant at = parcel.head().at();
        return AttachmentRows.unread(transaction.connection(), id, at)
                .chain(() -> ReportEvents.tell(
                        transaction,
                        List.of(new ReporterWrote(id, parcel.target().item(), report.channel(), at))));
    }

    private static AuditLog.Entry audit(Parcel parcel) {
        String action = parcel.hasFailed() ? "attachment-failed" : "attachment-stored";
        return new AuditLog.Entry(parcel.head().at(), parcel.target().report(), "reporter", action, null);
    }
}
