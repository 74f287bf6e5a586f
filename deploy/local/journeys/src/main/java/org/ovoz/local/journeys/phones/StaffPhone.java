package org.ovoz.local.journeys.phones;

import java.time.Duration;
import java.util.regex.Pattern;
import org.ovoz.local.journeys.stack.Stack;
import org.ovoz.local.journeys.web.Web;

/** The phone of somebody who answers reports. */
public final class StaffPhone {
    /** The short id and the priority; then the token of an answer, nothing else. */
    private static final Pattern ALERT = Pattern.compile("([A-Z0-9]{4})-\\d \\d{6}");

    private final Phone phone;
    private final int known;

    public StaffPhone(Web web, Stack stack, String number) {
        this.phone = new Phone(web, stack.carrier(), number);
        this.known = phone.received().size();
    }

    /** One that gives nobody away; others may come before it. */
    public void awaitAlertOf(String shortId, Duration within) {
        phone.awaitText(
                "an alert of " + shortId + " on the responder's phone",
                within,
                known,
                text -> ALERT.matcher(text.body()).matches() && text.body().startsWith(shortId));
    }

    /** @return the short id of the case */
    public String awaitAlert(Duration within) {
        Text alert = phone.awaitText(
                "an alert of the form K7Q2-1 on the responder's phone",
                within,
                known,
                text -> ALERT.matcher(text.body()).matches());
        return alert.body().substring(0, alert.body().indexOf('-'));
    }
}
