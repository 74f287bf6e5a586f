package org.ovoz.local.journeys.chaos.judge.facts;

/**
 * How often something is on a phone, and how often it should be at most.
 *
 * @param what such as {@code answers} or the text of an alert
 */
public record OnPhones(String phone, String what, long seen, long most) {}
