package org.ovoz.local.carrier.messages;

import java.time.Clock;
import org.ovoz.local.carrier.accounts.Sids;
import org.ovoz.local.carrier.phones.PhoneText;
import org.ovoz.local.carrier.phones.PhoneText.Direction;
import org.ovoz.local.carrier.phones.Phones;
import org.ovoz.local.carrier.texts.Segments;

/** What the phones show of the network's doings. */
final class Handsets implements ReceiveText.Handset {
    private final Phones phones;
    private final Clock clock;

    Handsets(Phones phones, Clock clock) {
        this.phones = phones;
        this.clock = clock;
    }

    boolean exists(String phone) {
        return phones.phone(phone).isPresent();
    }

    void sends(String phone, String sid, String to, String text, String status) {
        phones.show(phone, entry(sid, Direction.SENT, to, text, status));
    }

    void receives(String phone, String sid, String from, String text) {
        phones.show(phone, entry(sid, Direction.RECEIVED, from, text, "received"));
    }

    void misses(Message message) {
        String code = String.valueOf(message.errorCode());
        phones.show(message.to, entry(message.sid, Direction.MISSED, message.from, "", code));
    }

    @Override
    public void hears(String line, String phone, String text) {
        receives(phone, Sids.next("SM"), line, text);
    }

    @Override
    public void learns(Message message, boolean taken) {
        phones.settle(message.from, message.sid, taken ? "delivered" : "failed");
    }

    private PhoneText entry(String sid, Direction direction, String peer, String text, String status) {
        Segments segments = Segments.of(text);
        return new PhoneText(
                sid, direction, peer, text, segments.encoding(), segments.count(), clock.instant(), status);
    }
}
