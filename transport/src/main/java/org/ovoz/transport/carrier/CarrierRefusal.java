package org.ovoz.transport.carrier;

import static org.ovoz.transport.carrier.CarrierAction.ALARM;
import static org.ovoz.transport.carrier.CarrierAction.ALARM_COORDINATOR;
import static org.ovoz.transport.carrier.CarrierAction.BACK_OFF;
import static org.ovoz.transport.carrier.CarrierAction.MARK_NUMBER;
import static org.ovoz.transport.carrier.CarrierAction.NO_RETRY;
import static org.ovoz.transport.carrier.CarrierAction.OPTED_OUT;
import static org.ovoz.transport.carrier.CarrierAction.OTHER_CHANNEL;
import static org.ovoz.transport.carrier.CarrierAction.OTHER_WORDING;
import static org.ovoz.transport.carrier.CarrierAction.RETRY_IN_SAFE_WINDOW;

import java.util.Map;

/**
 * Why the carrier did not send or deliver, and what to do about it.
 *
 * @param code the provider's error code, or {@link #NOT_REACHED}
 */
public record CarrierRefusal(int code, CarrierAction action) {

    /** No connection came about, so nothing was sent. */
    public static final int NOT_REACHED = 0;

    /** From the provider's table of error codes; it holds for refusals and for delivery callbacks. */
    private static final Map<Integer, CarrierAction> ACTIONS = Map.ofEntries(
            Map.entry(NOT_REACHED, BACK_OFF),
            Map.entry(11200, ALARM),
            Map.entry(13227, ALARM_COORDINATOR),
            Map.entry(20003, ALARM),
            Map.entry(20429, BACK_OFF),
            Map.entry(21211, MARK_NUMBER),
            Map.entry(21215, ALARM_COORDINATOR),
            Map.entry(21408, ALARM_COORDINATOR),
            Map.entry(21606, OTHER_CHANNEL),
            Map.entry(21610, OPTED_OUT),
            Map.entry(21612, OTHER_CHANNEL),
            Map.entry(21614, MARK_NUMBER),
            Map.entry(21659, OTHER_CHANNEL),
            Map.entry(30003, RETRY_IN_SAFE_WINDOW),
            Map.entry(30005, NO_RETRY),
            Map.entry(30006, NO_RETRY),
            Map.entry(30007, OTHER_WORDING),
            Map.entry(32205, ALARM_COORDINATOR));

    /** A code that nobody thought of: a failed delivery is not repeated, and a refused request is for people to look at. */
    public static CarrierRefusal of(int code) {
        CarrierAction unlisted = code >= 30000 && code < 31000 ? NO_RETRY : ALARM;
        return new CarrierRefusal(code, ACTIONS.getOrDefault(code, unlisted));
    }
}
