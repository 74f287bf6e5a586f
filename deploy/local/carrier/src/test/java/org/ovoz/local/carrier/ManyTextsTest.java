package org.ovoz.local.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ovoz.local.carrier.scene.Scene.HOTLINE;
import static org.ovoz.local.carrier.scene.Scene.PHONE;
import static org.ovoz.local.carrier.scene.Scene.SMS;

import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ovoz.local.carrier.phones.PhoneText;
import org.ovoz.local.carrier.scene.Asked;
import org.ovoz.local.carrier.scene.Scene;

/**
 * Hundreds of texts a second pass, and each is asked of the application once. A carrier waits for an answer for 15 s and no longer, from when
 * the text came: so no more are on their way at once than connections, or on a busy machine the last of them would be refused.
 */
class ManyTextsTest {
    private static final int COUNT = 2_000;
    private static final int AT_ONCE = 200;

    @RegisterExtension
    static final Scene SCENE = new Scene();

    @Test
    void everyTextOfABurstReachesTheApplicationOnceAndIsShownAsTaken() {
        for (int sent = 0; sent < COUNT; sent += AT_ONCE) {
            IntStream.range(sent, sent + AT_ONCE)
                    .forEach(number -> SCENE.carrier().text(PHONE, HOTLINE, "text " + number));
            await("the application's answers").atMost(Duration.ofSeconds(30)).until(ManyTextsTest::areAllSettled);
        }

        assertThat(SCENE.carrier().errors()).isEmpty();
        assertThat(SCENE.carrier().texts(PHONE)).extracting(PhoneText::status).containsOnly("delivered");
        assertThat(SCENE.application().asked(SMS).stream().map(Asked::form).map(form -> form.get("Body")))
                .hasSize(COUNT)
                .doesNotHaveDuplicates();
    }

    private static boolean areAllSettled() {
        return SCENE.carrier().texts(PHONE).stream()
                .allMatch(text -> Set.of("delivered", "failed").contains(text.status()));
    }
}
