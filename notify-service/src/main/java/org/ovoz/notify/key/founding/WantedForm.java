package org.ovoz.notify.key.founding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A team that is wanted.
 *
 * @param founder the person who makes its first keys
 */
public record WantedForm(
        @NotNull UUID founder, @NotNull @Valid TeamTerms terms) {}
