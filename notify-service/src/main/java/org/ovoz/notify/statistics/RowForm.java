package org.ovoz.notify.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One report, as it is counted.
 *
 * @param month in which it was received
 * @param region the country where people are exploited; {@code ZZ} when unknown
 */
record RowForm(
        @NotNull @Pattern(regexp = Codes.MONTH) String month,
        @NotNull @Pattern(regexp = Codes.COUNTRY) String region,
        @NotNull @Valid Coded coded) {

    /**
     * @param role who reported it
     * @param people those affected, as far as known
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Coded(
            @Nullable @Pattern(regexp = Codes.ROLE) String role,
            @Nullable Set<@NotNull @Pattern(regexp = Codes.EXPLOITATION) String> exploitation,
            @Nullable Set<@NotNull @Pattern(regexp = Codes.SECTOR) String> sectors,
            @Nullable Set<@NotNull @Pattern(regexp = Codes.INDICATOR) String> indicators,
            @Nullable Set<@NotNull @Pattern(regexp = Codes.DETAIL) String> details,
            @Nullable Set<@NotNull @Pattern(regexp = Codes.NEED) String> needs,
            @Nullable @Pattern(regexp = Codes.STATUS) String status,
            @Nullable @Pattern(regexp = Codes.DECIDED_BY) String decidedBy,
            @Nullable @Size(max = 100) List<@NotNull @Valid Affected> people,
            @Nullable @Size(max = 100) List<@NotNull @Valid Complaint> complaints) {}

    /** Somebody affected; what nobody knows is left out. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Affected(
            @Nullable @Pattern(regexp = Codes.SEX) String sex,
            @Nullable @Pattern(regexp = Codes.AGE) String age,
            @Nullable @Pattern(regexp = Codes.COUNTRY) String nationality,
            @Nullable @Pattern(regexp = Codes.MIGRATION) String migration) {}

    /** A complaint to an authority, without its day. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Complaint(
            @Nullable @Pattern(regexp = Codes.BODY) String body,
            @Nullable @Pattern(regexp = Codes.OUTCOME) String outcome) {}
}
