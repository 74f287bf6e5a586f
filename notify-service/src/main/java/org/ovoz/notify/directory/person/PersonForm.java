package org.ovoz.notify.directory.person;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.TeamId;
import org.ovoz.notify.directory.Roles;

/**
 * What an administrator says of a person.
 *
 * @param channels absent: as they are; each of them too
 * @param quiet when not to call
 * @param coverText what alerts pretend to be about; names no organisation
 * @param roles absent: as they are. The login server has the last word on them
 */
public record PersonForm(
        @NotNull @Pattern(regexp = "[a-z][a-z0-9._-]{1,39}") String handle,
        @NotNull OrganisationId organisation,
        @NotNull @Size(max = 40) List<TeamId> teams,
        @NotNull @Size(max = 40) List<LanguageTag> languages,
        @Valid @Nullable Channels channels,
        boolean onCall,
        @Valid @Nullable QuietHours quiet,
        @CoverText @Nullable String coverText,
        @Nullable Set<@Pattern(regexp = Roles.ANY) String> roles) {

    @Nullable
    String sms() {
        return channels == null ? null : channels.sms();
    }

    @Nullable
    String email() {
        return channels == null ? null : channels.email();
    }

    @Nullable
    String call() {
        return channels == null ? null : channels.call();
    }

    @Nullable
    LocalTime quietFrom() {
        return quiet == null ? null : quiet.from();
    }

    @Nullable
    LocalTime quietUntil() {
        return quiet == null ? null : quiet.until();
    }

    @Nullable
    String zone() {
        return quiet == null ? null : quiet.zone();
    }

    @Override
    public String toString() {
        return "PersonForm[REDACTED]";
    }

    /** Where a person is alerted. Absent: as it is; empty: not by this any more. */
    public record Channels(
            @Pattern(regexp = NUMBER) @Nullable String sms,
            @Email @Size(max = 254) @Nullable String email,
            @Pattern(regexp = NUMBER) @Nullable String call) {

        private static final String NUMBER = "(\\+[1-9][0-9]{6,14})?";

        @Override
        public String toString() {
            return "Channels[REDACTED]";
        }
    }
}
