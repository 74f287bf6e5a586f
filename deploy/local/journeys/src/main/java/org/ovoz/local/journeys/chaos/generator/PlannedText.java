package org.ovoz.local.journeys.chaos.generator;

import java.time.Duration;

/**
 * @param due counted from the beginning
 * @param place which of its sender's texts, from 0
 */
record PlannedText(Duration due, String sender, int place, String message, String body, Manner manner) {

    @Override
    public String toString() {
        return "PlannedText[" + message + "]";
    }
}
