package org.ovoz.local.servers.process;

/** A port that a server needs is held by something else. */
public final class PortTaken extends RuntimeException {

    public PortTaken(int port, String wantedFor) {
        super("port " + port + ", wanted for " + wantedFor + ", is held by " + PortHolder.describe(port));
    }
}
