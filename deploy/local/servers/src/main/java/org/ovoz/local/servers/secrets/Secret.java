package org.ovoz.local.servers.secrets;

/** A value that nobody prints by accident. */
public record Secret(String value) {
    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
