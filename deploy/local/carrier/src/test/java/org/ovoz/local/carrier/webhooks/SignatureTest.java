package org.ovoz.local.carrier.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private static final Map<String, String> FORM = Map.of(
            "CallSid", "CA1234567890ABCDE",
            "Caller", "+14158675309",
            "Digits", "1234",
            "From", "+14158675309",
            "To", "+18005551212");

    @Test
    void theDocumentedExampleHasTheDocumentedSignature() {
        assertThat(Signature.of("12345", URL, FORM)).isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    }

    @Test
    void theSdksValidatorAcceptsTextsOfAnyScript() {
        Map<String, String> form = Map.of("Body", "Паспорт 🙏 qoʻy", "From", "+12025550111");

        String signature = Signature.of("12345", URL, form);

        assertThat(new RequestValidator("12345").validate(URL, form, signature)).isTrue();
        assertThat(new RequestValidator("54321").validate(URL, form, signature)).isFalse();
    }
}
