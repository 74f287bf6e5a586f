package org.ovoz.notify.canary;

import java.util.UUID;

/** A test report. */
record Canary(UUID id, String line, String language) {

    /** As a notice names it: the line's place, never its number. */
    String subject() {
        return line + " " + language;
    }
}
