package org.ovoz.local.carrier.accounts;

import java.util.List;

/** One customer of the carrier. */
public record Account(String sid, String authToken, List<Line> lines) {

    public Account {
        lines = List.copyOf(lines);
    }

    @Override
    public String toString() {
        return "Account[" + sid + ", [REDACTED]]";
    }
}
