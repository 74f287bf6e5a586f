package org.ovoz.transport.inbox;

/** How many events wait for their turn, are parked, or could not be read at all. */
public record InboxBacklog(long waiting, long parked, long unreadable) {}
