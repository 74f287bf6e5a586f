package org.ovoz.local.journeys.desk;

/** A bearer token; cannot be printed. */
public record AccessToken(String value) {

    String header() {
        return "Bearer " + value;
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
