package org.ovoz.transport.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

    private static final URI PUBLIC = URI.create("https://mycompany.com/");
    private static final String PATH = "/myapp.php?foo=1&bar=2";
    private static final String SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    private static final String BODY =
            "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212";

    private final WebhookSignature signature = new WebhookSignature(PUBLIC, List.of(new AuthToken("12345")));

    @Test
    void theDocumentedVectorIsGenuine() {
        WebhookCheck check = check(BODY, SIGNATURE);
        assertThat(check).isInstanceOfSatisfying(WebhookCheck.Genuine.class, genuine -> {
            assertThat(genuine.form().value("Digits")).contains("1234");
            assertThat(genuine.form().value("From")).contains("+14158675309");
            assertThat(genuine.form().value("Absent")).isEmpty();
            assertThat(genuine.form().names()).hasSize(5);
        });
    }

    @Test
    void nothingOfTheFormIsPrinted() {
        assertThat(check(BODY, SIGNATURE).toString()).doesNotContain("1415", "1234");
        assertThat(new AuthToken("12345").toString()).doesNotContain("12345");
    }

    @Test
    void withoutASignatureItIsUnsigned() {
        assertThat(check(BODY, null)).isEqualTo(new WebhookCheck.Unsigned());
        assertThat(check(BODY, " ")).isEqualTo(new WebhookCheck.Unsigned());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Digits=1234",
                "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1235&From=%2B14158675309&To=%2B18005551212",
                BODY + "&Extra=1",
                "{\"CallSid\":\"CA1234567890ABCDE\"}"
            })
    void anotherBodyIsForged(String body) {
        assertThat(check(body, SIGNATURE)).isEqualTo(new WebhookCheck.Forged());
    }

    @Test
    void anotherPathIsForged() {
        assertThat(signature.check("/myapp.php?foo=1", bytes(BODY), SIGNATURE)).isEqualTo(new WebhookCheck.Forged());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Digits=1234&Digits=9999", "Body=%ZZ", "Body=%C3", "Body=%", "Body=%+1"})
    void aBodyWithoutOneMeaningIsUnreadable(String body) {
        assertThat(check(body, SIGNATURE)).isEqualTo(new WebhookCheck.Unreadable());
    }

    @Test
    void bytesThatAreNoUtf8AreUnreadable() {
        assertThat(signature.check(PATH, new byte[] {'B', '=', (byte) 0xC3, (byte) 0x28}, SIGNATURE))
                .isEqualTo(new WebhookCheck.Unreadable());
    }

    @Test
    void theSameNameTwiceWithTheSameValueIsOne() {
        assertThat(check(BODY + "&Digits=1234", SIGNATURE)).isInstanceOf(WebhookCheck.Genuine.class);
    }

    @Test
    void whileRotatingTheOldTokenCountsAndAfterwardsNot() {
        WebhookSignature rotating = new WebhookSignature(PUBLIC, List.of(new AuthToken("new"), new AuthToken("12345")));
        WebhookSignature rotated = new WebhookSignature(PUBLIC, List.of(new AuthToken("new")));
        assertThat(rotating.check(PATH, bytes(BODY), SIGNATURE)).isInstanceOf(WebhookCheck.Genuine.class);
        assertThat(rotated.check(PATH, bytes(BODY), SIGNATURE)).isEqualTo(new WebhookCheck.Forged());
    }

    @Test
    void lettersOfAllScriptsEmptyValuesAndNewParametersBelongToIt() throws Exception {
        String body = "Body=%D0%9F%D0%BE%D0%BC%D0%BE%D0%B3%D0%B8%D1%82%D0%B5+%F0%9F%98%80&Empty=&Novel=a%26b%3Dc";
        TreeMap<String, String> form = new TreeMap<>();
        form.put("Body", "Помогите 😀");
        form.put("Empty", "");
        form.put("Novel", "a&b=c");
        assertThat(check(body, sign("12345", PUBLIC + "myapp.php?foo=1&bar=2", form)))
                .isInstanceOf(WebhookCheck.Genuine.class);
    }

    private WebhookCheck check(String body, String header) {
        return signature.check(PATH, bytes(body), header);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** As Twilio documents it, written down a second time. */
    private static String sign(String token, String url, TreeMap<String, String> form) throws Exception {
        StringBuilder text = new StringBuilder(url);
        form.forEach((name, value) -> text.append(name).append(value));
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(bytes(token), "HmacSHA1"));
        return Base64.getEncoder().encodeToString(mac.doFinal(bytes(text.toString())));
    }
}
