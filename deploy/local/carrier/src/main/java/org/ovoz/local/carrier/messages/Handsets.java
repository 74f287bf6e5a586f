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

    /** @param media how many pictures or sounds there are besides the words */
    record Written(String text, int media) {}

    void sends(String phone, String sid, String to, Written text, String status) {
        phones.show(phone, entry(sid, Direction.SENT, to, text, status));
    }

    void receives(String phone, String sid, String from, Written text) {
        phones.show(phone, entry(sid, Direction.RECEIVED, from, text, "received"));
    }

    void misses(Message message) {
        String code = String.valueOf(message.errorCode());
        phones.show(message.to, entry(message.sid, Direction.MISSED, message.from, new Written("", 0), code));
    }

    @Override
    public void hears(String line, String phone, String text) {
        receives(phone, Sids.next("SM"), line, new Written(text, 0));
    }

    @Override
    public void learns(Message message, boolean taken) {
        phones.settle(message.from, message.sid, taken ? "delivered" : "failed");
    }

    private PhoneText entry(String sid, Direction direction, String peer, Written text, String status) {
        Segments segments = Segments.of(text.text());
        return new PhoneText(
                sid,
                direction,
                peer,
                text.text(),
                segments.encoding(),
                segments.count(),
                clock.instant(),
                status,
                text.media());
    }
}
