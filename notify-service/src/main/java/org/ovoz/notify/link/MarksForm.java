package org.ovoz.notify.link;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a browser made of a report's terms.
 *
 * @param kid the organisation's key of today
 * @param marks under that key; they are kept in place of those before
 * @param earlier the same terms under earlier keys, to ask with; nothing of it is kept
 */
public record MarksForm(
        @NotNull @Pattern(regexp = Mark.KID) String kid,
        @NotNull @Size(max = Mark.MOST) List<@NotNull @Pattern(regexp = Mark.FORM) String> marks,
        @NotNull @Size(max = 7) List<@NotNull @Valid Earlier> earlier) {

    @Override
    public String toString() {
        return "MarksForm[REDACTED]";
    }

    /** @param kid the earlier key */
    public record Earlier(
            @NotNull @Pattern(regexp = Mark.KID) String kid,
            @NotNull @Size(max = Mark.MOST) List<@NotNull @Pattern(regexp = Mark.FORM) String> marks) {

        @Override
        public String toString() {
            return "Earlier[REDACTED]";
        }
    }
}
