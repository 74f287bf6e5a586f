package org.ovoz.local.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ovoz.local.carrier.scene.Scene.HOTLINE;
import static org.ovoz.local.carrier.scene.Scene.PHONE;
import static org.ovoz.local.carrier.scene.Scene.SMS;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.ovoz.local.carrier.scene.Asked;
import org.ovoz.local.carrier.scene.Scene;

/** Hundreds of texts a second pass, and each is asked of the application once. */
class ManyTextsTest {
    private static final int COUNT = 2_000;

    @RegisterExtension
    static final Scene SCENE = new Scene();

    @Test
    void everyTextOfABurstReachesTheApplicationOnceAndIsShownAsTaken() {
        IntStream.range(0, COUNT).forEach(number -> SCENE.carrier().text(PHONE, HOTLINE, "text " + number));

        await().atMost(Duration.ofMinutes(3))
                .until(() -> SCENE.carrier().texts(PHONE).stream()
                        .allMatch(text -> text.status().equals("delivered")));

        assertThat(SCENE.application().asked(SMS).stream().map(Asked::form).map(form -> form.get("Body")))
                .hasSize(COUNT)
                .doesNotHaveDuplicates();
        assertThat(SCENE.carrier().errors()).isEmpty();
    }
}
