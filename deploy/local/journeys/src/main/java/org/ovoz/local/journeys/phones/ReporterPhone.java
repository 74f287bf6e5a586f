package org.ovoz.local.journeys.phones;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.ovoz.local.journeys.stack.Stack;
import org.ovoz.local.journeys.web.Web;

/** The phone of somebody who reports. */
public final class ReporterPhone {
    private final Phone phone;
    private final String hotline;
    private final int known;

    public ReporterPhone(Web web, Stack stack, String number) {
        this.phone = new Phone(web, stack.carrier(), number);
        this.hotline = stack.hotline();
        this.known = phone.received().size();
    }

    public void text(String body) {
        phone.send(hotline, body);
    }

    public void text(String body, Enclosed enclosed) {
        phone.send(hotline, body, List.of(enclosed));
    }

    /** One segment, from the hotline, and nothing in it that tells who answers. */
    public void awaitNeutralAnswer(Duration within) {
        phone.awaitText("one neutral answer of one segment on the reporter's phone", within, known, this::neutral);
    }

    /** @return that text, as the phone shows it */
    public Text awaitText(String body, Duration within) {
        return phone.awaitText(
                "the answer on the reporter's phone",
                within,
                known,
                text -> text.from().equals(hotline) && text.body().equals(body));
    }

    /** What came since, in this order. */
    public List<String> received() {
        return phone.received().stream().skip(known).map(Text::body).toList();
    }

    private boolean neutral(Text text) {
        String body = text.body().toLowerCase(Locale.ROOT);
        return text.from().equals(hotline)
                && text.segments() == 1
                && body.contains("1")
                && !body.contains("http")
                && !body.contains("ovoz");
    }
}
