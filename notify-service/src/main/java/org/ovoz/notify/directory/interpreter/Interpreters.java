package org.ovoz.notify.directory.interpreter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.LanguageTag;

/** The interpreters there are, by handle. */
@ApplicationScoped
class Interpreters {

    /** A tag finds itself and what it is a part of: {@code uz} finds {@code uz-Latn}, and the other way round. */
    private static final String FIND = """
            SELECT i.handle, jsonb_build_object('gender', i.gender, 'zone', i.zone, 'ties', i.ties,
                'languages', (SELECT jsonb_agg(jsonb_build_object('language', l.language, 'dialect', l.dialect)
                                               ORDER BY l.language, l.dialect)
                              FROM interpreter_language l WHERE l.interpreter = i.handle),
                'weekly', (SELECT coalesce(jsonb_agg(jsonb_build_object('day', h.day_of_week, 'opens', h.opens,
                                               'closes', h.closes) ORDER BY h.day_of_week, h.opens), '[]')
                           FROM interpreter_hours h WHERE h.interpreter = i.handle))::text AS said
            FROM interpreter i
            WHERE $1::text IS NULL OR EXISTS (
                SELECT 1 FROM interpreter_language l WHERE l.interpreter = i.handle
                    AND (l.language = $1 OR starts_with(l.language, $1 || '-') OR starts_with($1, l.language || '-')))
            ORDER BY i.handle""";

    private final Pool pool;

    Interpreters(Pool pool) {
        this.pool = pool;
    }

    /** @param language whose; all if none is named */
    Uni<Listed> speaking(@Nullable LanguageTag language) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(language == null ? null : language.value()))
                .map(rows -> new Listed(StreamSupport.stream(rows.spliterator(), false)
                        .map(row ->
                                new Line(row.getString("handle"), Json.read(row.getString("said"), Interpreter.class)))
                        .toList()));
    }

    /** Those that were found. */
    public record Listed(List<Line> interpreters) {}

    /** One, under the handle. */
    public record Line(String handle, Interpreter interpreter) {}
}
