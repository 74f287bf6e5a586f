package org.ovoz.notify.key.proof;

import java.util.UUID;

/**
 * A word that is sealed to a key.
 *
 * @param jwe whose content is to be answered, with the id, as {@code id.word}
 */
public record Challenge(UUID id, String jwe) {}
