package org.ovoz.local.carrier.scene;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import java.util.List;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.ovoz.local.carrier.Carrier;
import org.ovoz.local.carrier.CarrierSettings;
import org.ovoz.local.carrier.accounts.Account;
import org.ovoz.local.carrier.accounts.Line;
import org.ovoz.local.carrier.phones.Phone;
import org.ovoz.local.carrier.phones.PhoneText;

/** A carrier on a free port with a hotline, a staff line and three phones, and the application behind the hotline. */
public final class Scene implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    public static final String HOTLINE = "+12025550100";
    public static final String STAFF_LINE = "+12025550170";
    public static final String PHONE = "+12025550111";
    public static final String OTHER_PHONE = "+12025550112";
    public static final String STAFF_PHONE = "+12025550171";
    public static final String NOBODY = "+12025550199";
    public static final String SMS = "/twilio/sms";
    public static final String STATUS = "/twilio/status";

    private static final Account CUSTOMER =
            new Account("AC00000000000000000000000000000001", "12345", List.of(Line.of(HOTLINE)));
    private static final Account STAFF =
            new Account("AC00000000000000000000000000000002", "67890", List.of(Line.of(STAFF_LINE)));

    private final UnaryOperator<CarrierSettings> wishes;
    private Carrier carrier;
    private Application application;

    public Scene() {
        this(settings -> settings);
    }

    public Scene(UnaryOperator<CarrierSettings> wishes) {
        this.wishes = wishes;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultPollInterval(java.time.Duration.ofMillis(10));
        application = new Application();
        carrier = Carrier.start(wishes.apply(settings()));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        carrier.reset();
        application.forget();
        carrier.configure(hotline());
        carrier.addPhone(Phone.reporter(PHONE, PHONE));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        carrier.close();
        application.close();
    }

    public static CarrierSettings settings() {
        return CarrierSettings.forTests(
                List.of(CUSTOMER, STAFF),
                List.of(
                        Phone.reporter(PHONE, PHONE),
                        Phone.reporter(OTHER_PHONE, OTHER_PHONE),
                        Phone.staff(STAFF_PHONE, "aziza")));
    }

    public Carrier carrier() {
        return carrier;
    }

    public Application application() {
        return application;
    }

    public Line hotline() {
        return Line.of(HOTLINE).withSmsUrl(application.url(SMS));
    }

    public Account customer() {
        return CUSTOMER;
    }

    /** The SDK as the hotline's owner uses it. */
    public TwilioRestClient sdk() {
        return sdk(CUSTOMER.sid(), CUSTOMER.authToken());
    }

    public TwilioRestClient sdk(String sid, String token) {
        return new TwilioRestClient.Builder(sid, token)
                .httpClient(new DirectHttpClient(carrier.url()))
                .build();
    }

    public TwilioRestClient staffSdk() {
        return sdk(STAFF.sid(), STAFF.authToken());
    }

    public MessageCreator text(String to, String body) {
        return Message.creator(new PhoneNumber(to), new PhoneNumber(HOTLINE), body);
    }

    public Message send(String to, String body) {
        return text(to, body).create(sdk());
    }

    /** Sends, and waits until the message has come to its end. */
    public Message sendToTheEnd(String to, String body) {
        String sid = send(to, body).getSid();
        Awaitility.await()
                .until(() -> List.of("delivered", "undelivered", "failed")
                        .contains(fetch(sid).getStatus().toString()));
        return fetch(sid);
    }

    public Message fetch(String sid) {
        return Message.fetcher(sid).fetch(sdk());
    }

    public List<PhoneText> received(String phone) {
        return carrier.texts(phone).stream()
                .filter(text -> text.direction() == PhoneText.Direction.RECEIVED)
                .toList();
    }

    /** Waits until the phone shows so many received texts. */
    public List<PhoneText> awaitTexts(String phone, int count) {
        Awaitility.await().until(() -> received(phone).size() >= count);
        return received(phone);
    }

    public Control control() {
        return new Control(carrier.url());
    }
}
