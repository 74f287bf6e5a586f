package org.ovoz.notify.handover;

import jakarta.validation.constraints.NotNull;
import org.ovoz.contracts.TeamId;

/**
 * To whom a report is offered.
 *
 * @param leaves whether the own team wants to be out of it once it was taken
 */
record HandoverForm(@NotNull TeamId team, boolean leaves) {}
