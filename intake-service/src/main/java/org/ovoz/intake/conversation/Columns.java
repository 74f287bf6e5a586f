package org.ovoz.intake.conversation;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows as arrays, one parameter a column. */
final class Columns<T> {

    private final Tuple parameters;
    private final List<T> rows;

    Columns(Tuple parameters, List<T> rows) {
        this.parameters = parameters;
        this.rows = rows;
    }

    Columns<T> ints(Function<T, Integer> column) {
        parameters.addArrayOfInteger(rows.stream().map(column).toArray(Integer[]::new));
        return this;
    }

    Columns<T> longs(Function<T, Long> column) {
        parameters.addArrayOfLong(rows.stream().map(column).toArray(Long[]::new));
        return this;
    }

    Columns<T> booleans(Function<T, Boolean> column) {
        parameters.addArrayOfBoolean(rows.stream().map(column).toArray(Boolean[]::new));
        return this;
    }

    Columns<T> strings(Function<T, @Nullable String> column) {
        parameters.addArrayOfString(rows.stream().map(column).toArray(String[]::new));
        return this;
    }

    Columns<T> uuids(Function<T, @Nullable UUID> column) {
        parameters.addArrayOfUUID(rows.stream().map(column).toArray(UUID[]::new));
        return this;
    }

    Columns<T> times(Function<T, Instant> column) {
        parameters.addArrayOfOffsetDateTime(rows.stream()
                .map(row -> column.apply(row).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new));
        return this;
    }
}
