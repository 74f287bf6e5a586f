package org.ovoz.notify.referral.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service as responders are shown it.
 *
 * @param open whether it is there now; absent where nobody knows its hours
 * @param checkedBy the handle; absent for an administrator who is nobody in the directory
 * @param unchecked for so long that it may be gone or may have changed
 * @param neverRefer absent when people may be sent there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServiceView(
        UUID id,
        ServiceForm service,
        @Nullable Boolean open,
        Instant checkedAt,
        @Nullable String checkedBy,
        boolean unchecked,
        @Nullable NeverRefer neverRefer) {

    /** Why not, and who said so. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NeverRefer(
            String reason, Instant at, @Nullable String by) {}
}
