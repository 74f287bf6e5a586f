package org.ovoz.local.carrier.texts;

import java.util.Map;

/** What the carrier believes about where a number is: of +1, the country; of others, nothing it would swear to. */
public final class Places {
    private Places() {}

    public static Map<String, String> of(String side, String number) {
        return Map.of(
                side + "Country", number.startsWith("+1") ? "US" : "",
                side + "City", "",
                side + "State", "",
                side + "Zip", "");
    }
}
