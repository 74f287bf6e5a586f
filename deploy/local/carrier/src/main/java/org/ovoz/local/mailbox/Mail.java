package org.ovoz.local.mailbox;

import java.time.Instant;

/** One mail that was caught, as plain text. */
public record Mail(int number, String from, String to, String subject, String text, Instant receivedAt) {}
