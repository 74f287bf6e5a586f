package org.ovoz.intake.conversation;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ReportId;
import org.ovoz.contracts.TextsAllowed;
import org.ovoz.contracts.report.AddressedAs;
import org.ovoz.intake.contact.LookupHash;
import org.ovoz.intake.sealing.SealedGrant;
import org.ovoz.intake.sealing.SealedItem;
import org.ovoz.transport.outbox.OutboxEvent;
import org.ovoz.transport.outbox.OutboxTable;

/**
 * One statement that writes many messages, each wholly or not at all. A new report wins if nobody else has taken its number since it was
 * read, an open one goes on if its last event is still the one that was seen; what does not win leaves no trace.
 */
final class StoreStatement {

    static final String SQL = """
            WITH input AS (
              SELECT * FROM unnest($1::int[], $2::text[], $3::text[], $4::uuid[], $5::boolean[], $6::uuid[], $7::bigint[], $8::bigint[],
                $9::timestamptz[], $10::text[], $11::boolean[], $12::uuid[])
              AS i (ix, message, number, report, opens, previous, seen, sequence, at, texts, unread, immediate)),
            opening AS (
              SELECT * FROM unnest($13::int[], $14::text[], $15::text[], $16::text[], $17::text[], $18::text[], $19::uuid[])
              AS o (ix, channel, language, language_reason, region, rule, shred_key)),
            fresh AS (
              SELECT * FROM input i WHERE NOT EXISTS (SELECT FROM carrier_message m WHERE m.id_hmac = i.message)),
            taken_numbers AS (
              INSERT INTO contact_index AS x (lookup, report_id, previous_report, refused)
              SELECT number, report, previous, texts = 'refused' FROM fresh WHERE opens AND number IS NOT NULL ORDER BY number
              ON CONFLICT (lookup) DO UPDATE SET report_id = excluded.report_id, previous_report = excluded.previous_report,
                refused = x.refused OR excluded.refused
              WHERE x.report_id = excluded.previous_report
              RETURNING lookup),
            gone_on AS (
              UPDATE conversation c SET last_wrote_at = f.at, texts = f.texts, report_sequence = f.sequence,
                unread_since = CASE WHEN f.unread THEN coalesce(c.unread_since, f.at) ELSE c.unread_since END
              FROM fresh f WHERE NOT f.opens AND c.id = f.report AND c.state = 'open' AND c.report_sequence = f.seen
              RETURNING f.ix),
            won AS (
              SELECT f.* FROM fresh f WHERE f.ix IN (SELECT ix FROM gone_on)
                OR (f.opens AND (f.number IS NULL OR f.number IN (SELECT lookup FROM taken_numbers)))),
            messages AS (
              INSERT INTO carrier_message (id_hmac, report_id, received_at) SELECT message, report, at FROM won),
            refusals AS (
              UPDATE contact_index x SET refused = true FROM won w
              WHERE NOT w.opens AND w.texts = 'refused' AND x.lookup = w.number AND NOT x.refused),
            conversations AS (
              INSERT INTO conversation (id, channel, language, language_reason, region, rule, state, texts, contact, opened_at,
                last_wrote_at, unread_since, proposed_link, shred_key, report_sequence)
              SELECT w.report, o.channel, o.language, o.language_reason, o.region, o.rule, 'open', w.texts,
                CASE WHEN w.number IS NULL THEN 'none' ELSE 'kept' END, w.at, w.at, w.at, w.previous, o.shred_key, w.sequence
              FROM won w JOIN opening o USING (ix)),
            recipients AS (
              INSERT INTO recipient (report_id, team, addressed_as)
              SELECT w.report, r.team, r.addressed_as FROM unnest($20::int[], $21::text[], $22::text[]) AS r (ix, team, addressed_as)
              JOIN won w USING (ix) ON CONFLICT DO NOTHING),
            items AS (
              INSERT INTO item (id, report_id, kind, at, jwe)
              SELECT t.id, w.report, t.kind, w.at, t.jwe FROM unnest($23::int[], $24::uuid[], $25::text[], $26::text[]) AS t (ix, id, kind, jwe)
              JOIN won w USING (ix)),
            grants AS (
              INSERT INTO item_grant (item_id, recipient, report_id, kid, jwe)
              SELECT g.item, g.recipient, w.report, g.kid, g.jwe
              FROM unnest($27::int[], $28::uuid[], $29::text[], $30::text[], $31::text[]) AS g (ix, item, recipient, kid, jwe)
              JOIN won w USING (ix)),
            answers AS (
              INSERT INTO outgoing_text (id, report_id, kind, state, accepted_at, sending_at, due_at)
              SELECT immediate, report, 'immediate', 'sending', at, at, at FROM won WHERE immediate IS NOT NULL),
            audited AS (
              INSERT INTO audit (at, report_id, actor, action)
              SELECT at, report, 'reporter', CASE WHEN opens THEN 'report-opened' ELSE 'message-received' END FROM won),
            wanted AS (
              INSERT INTO media (id, report_id, message_id, state, source, wanted_at, due_at, tries)
              SELECT d.id, w.report, d.message, 'wanted', d.source, w.at, w.at, 0
              FROM unnest($40::int[], $41::uuid[], $42::uuid[], $43::text[]) AS d (ix, id, message, source) JOIN won w USING (ix)),
            told AS (
              INSERT INTO outbox (id, topic, key, sequence, type, occurred_at, payload)
              SELECT e.id, e.topic, e.key, e.sequence, e.type, e.occurred_at, e.payload
              FROM unnest($32::int[], $33::uuid[], $34::text[], $35::text[], $36::bigint[], $37::text[], $38::timestamptz[], $39::text[])
              AS e (ix, id, topic, key, sequence, type, occurred_at, payload) JOIN won w USING (ix))
            SELECT i.ix, w.ix IS NOT NULL AS stored, m.report_id AS taken FROM input i
            LEFT JOIN won w USING (ix) LEFT JOIN carrier_message m ON m.id_hmac = i.message ORDER BY i.ix""";

    private StoreStatement() {}

    /** One row of a table that belongs to the draft with that index. */
    private record Of<T>(int ix, T row) {}

    private record GrantOf(SealedItem item, SealedGrant grant) {}

    static Tuple parameters(List<Draft> drafts) {
        Tuple all = Tuple.tuple();
        heads(all, drafts);
        openings(all, drafts);
        new Columns<>(all, each(drafts, draft -> draft.content().addressed().stream()))
                .ints(Of::ix)
                .strings(of -> of.row().team().value())
                .strings(of -> word(of.row().as()));
        new Columns<>(all, each(drafts, draft -> draft.content().items().stream()))
                .ints(Of::ix)
                .uuids(of -> of.row().id().value())
                .strings(of -> of.row().kind().text())
                .strings(of -> of.row().jwe());
        new Columns<>(all, each(drafts, StoreStatement::grants))
                .ints(Of::ix)
                .uuids(of -> of.row().item().id().value())
                .strings(of -> of.row().grant().recipient())
                .strings(of -> of.row().grant().kid())
                .strings(of -> of.row().grant().jwe());
        List<Of<OutboxEvent>> events = each(drafts, draft -> draft.content().events().stream());
        new Columns<>(all, events).ints(Of::ix);
        OutboxTable.addTo(all, events.stream().map(Of::row).toList());
        new Columns<>(all, each(drafts, draft -> draft.content().media().stream()))
                .ints(Of::ix)
                .uuids(of -> of.row().id())
                .uuids(of -> of.row().message().value())
                .strings(of -> of.row().source());
        return all;
    }

    private static void heads(Tuple all, List<Draft> drafts) {
        new Columns<>(all, each(drafts, Stream::of))
                .ints(Of::ix)
                .strings(of -> of.row().head().key().message().value())
                .strings(of -> value(of.row().head().key().number()))
                .uuids(of -> of.row().head().report().value())
                .booleans(of -> of.row().opens())
                .uuids(of -> Optional.ofNullable(of.row().opening())
                        .map(Draft.Opening::previous)
                        .map(ReportId::value)
                        .orElse(null))
                .longs(of -> of.row().seen())
                .longs(of -> of.row().sequence())
                .times(of -> of.row().head().at())
                .strings(of -> word(of.row().head().texts()))
                .booleans(of -> of.row().head().unread())
                .uuids(of -> of.row().immediate());
    }

    private static void openings(Tuple all, List<Draft> drafts) {
        new Columns<>(all, each(drafts, draft -> Stream.ofNullable(draft.opening())))
                .ints(Of::ix)
                .strings(of -> of.row().channel().name().toLowerCase(Locale.ROOT))
                .strings(of -> of.row().tag().value())
                .strings(of -> of.row().language().reason())
                .strings(of -> of.row().region().value())
                .strings(of -> of.row().route().rule().value())
                .uuids(of -> of.row().shredKey());
    }

    private static Stream<GrantOf> grants(Draft draft) {
        return draft.content().items().stream()
                .flatMap(item -> item.grants().stream().map(grant -> new GrantOf(item, grant)));
    }

    private static <T> List<Of<T>> each(List<Draft> drafts, Function<Draft, Stream<T>> rows) {
        return IntStream.range(0, drafts.size())
                .boxed()
                .flatMap(ix -> rows.apply(drafts.get(ix)).map(row -> new Of<>(ix, row)))
                .toList();
    }

    private static @Nullable String value(@Nullable LookupHash hash) {
        return hash == null ? null : hash.value();
    }

    private static String word(TextsAllowed texts) {
        return texts.name().toLowerCase(Locale.ROOT);
    }

    static String word(AddressedAs as) {
        return as.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
