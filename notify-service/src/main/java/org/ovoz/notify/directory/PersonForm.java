package org.ovoz.notify.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.TeamId;

/** What an administrator says of a person. */
public record PersonForm(
        @NotNull @Pattern(regexp = "[a-z][a-z0-9._-]{1,39}") String handle,
        @NotNull OrganisationId organisation,
        @NotNull @Size(max = 40) List<TeamId> teams,
        @NotNull @Size(max = 40) List<LanguageTag> languages,
        @Valid @Nullable Channels channels,
        boolean onCall) {

    @Nullable
    String sms() {
        return channels == null ? null : channels.sms();
    }

    @Nullable
    String email() {
        return channels == null ? null : channels.email();
    }

    @Override
    public String toString() {
        return "PersonForm[REDACTED]";
    }

    /** Where a person is alerted. */
    public record Channels(
            @Pattern(regexp = "\\+[1-9][0-9]{6,14}") @Nullable
            String sms,

            @Email @Size(max = 254) @Nullable String email) {

        @Override
        public String toString() {
            return "Channels[REDACTED]";
        }
    }
}
