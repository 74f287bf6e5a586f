package org.ovoz.notify.outbox;

/**
 * What is to go to a compacted topic.
 *
 * @param lock the advisory lock of whoever publishes
 * @param left finds what is left: {@code key, sequence, id, type, payload, occurred_at}, in the order in which it goes
 * @param mark as published: {@code $1} when, {@code $2} the key, {@code $3} the sequence
 */
record Publications(String topic, long lock, String left, String mark) {}
