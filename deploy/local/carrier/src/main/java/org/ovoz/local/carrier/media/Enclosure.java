package org.ovoz.local.carrier.media;

/**
 * Something that a phone sends with a text.
 *
 * @param type what the phone says it is, which may be anything
 */
public record Enclosure(String type, byte[] bytes) {}
