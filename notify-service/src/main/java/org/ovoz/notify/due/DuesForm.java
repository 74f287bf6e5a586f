package org.ovoz.notify.due;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is due next, kind by kind. A kind that is not named stays as it is. */
record DuesForm(@NotEmpty @Size(max = 5) List<@NotNull @Valid Next> dues) {

    /** @param at none: nothing of this kind is due any more */
    record Next(@NotNull DueKind kind, @Nullable Instant at) {}
}
