package org.ovoz.local.journeys.desk;

/** A bearer token; cannot be printed. */
public record AccessToken(String value) {

    /** As the header {@code Authorization} carries it. */
    public String header() {
        return "Bearer " + value;
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
