package org.ovoz.intake.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.ovoz.contracts.ReportId;
import org.ovoz.intake.contact.LookupHashes;
import org.ovoz.local.carrier.phones.Phone;
import org.ovoz.local.carrier.phones.PhoneText;

/** Somebody with a phone. */
public final class Reporter {

    /** Uzbek, for which there is a team. */
    public static final String CRY = "Yordam kerak. Bizni ishlatishyapti, pul bermaydi, pasportimni olib qo\u02bbydi.";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String number;
    private Sms last;

    private Reporter(String number) {
        this.number = number;
        this.last = Sms.of(number, CRY);
    }

    /** With a number that nobody had before. */
    public static Reporter somebody() {
        int n = COUNT.getAndIncrement();
        return new Reporter(String.format("+1%03d55501%02d", 301 + n / 100, n % 100));
    }

    /** Has written once. */
    public static Reporter whoWrote(String text) {
        Reporter reporter = somebody();
        reporter.writes(text);
        return reporter;
    }

    /** Has written and said that texts are safe. */
    public static Reporter whoMayBeTexted() {
        Reporter reporter = whoWrote(CRY);
        reporter.writes("1");
        return reporter;
    }

    public String number() {
        return number;
    }

    /** Texts the line and waits for the carrier's acknowledgement. Returns the message's id. */
    public String writes(String text) {
        last = Sms.of(number, text);
        HttpResponse<String> answer = Webhook.of(last).send();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return last.id();
    }

    public Sms lastText() {
        return last;
    }

    /** The report that the last text belongs to. */
    public ReportId report() {
        return reportOf(last.id());
    }

    /** The report that a text belongs to, by the carrier's id. */
    public static ReportId reportOf(String sid) {
        String hash = hashes().ofCarrierId(sid).value();
        return ReportId.of(Sql.INTAKE.one("SELECT report_id FROM carrier_message WHERE id_hmac = ?", hash));
    }

    public static boolean isKnown(String sid) {
        String hash = hashes().ofCarrierId(sid).value();
        return !Sql.INTAKE
                .read("SELECT 1 FROM carrier_message WHERE id_hmac = ?", hash)
                .isEmpty();
    }

    /** Has the phone switched on, so that the carrier can deliver. */
    public Reporter switchesOn() {
        IntakeSetting.carrier().addPhone(Phone.reporter(number, "a phone"));
        return this;
    }

    /** What the phone has received. */
    public List<String> hears() {
        return IntakeSetting.carrier().texts(number).stream()
                .filter(text -> text.direction() == PhoneText.Direction.RECEIVED)
                .map(PhoneText::text)
                .toList();
    }

    private static LookupHashes hashes() {
        return Arc.container().instance(LookupHashes.class).get();
    }
}
