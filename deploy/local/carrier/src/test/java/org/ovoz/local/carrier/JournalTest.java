package org.ovoz.local.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ovoz.local.carrier.scene.Scene.HOTLINE;
import static org.ovoz.local.carrier.scene.Scene.OTHER_PHONE;
import static org.ovoz.local.carrier.scene.Scene.PHONE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ovoz.local.carrier.phones.PhoneText;
import org.ovoz.local.carrier.scene.Scene;

/** Phones remember. */
class JournalTest {
    @TempDir
    private Path directory;

    @Test
    void afterARestartThePhonesShowWhatTheyShowedBefore() {
        List<PhoneText> before;
        try (Carrier carrier = start()) {
            carrier.text(PHONE, OTHER_PHONE, "qoʻrqyapman 🙏");
            carrier.configure(
                    Scene.settings().accounts().getFirst().lines().getFirst().withSmsUrl("not a url"));
            carrier.text(PHONE, HOTLINE, "Salom");
            await().until(() -> carrier.texts(PHONE).getLast().status().equals("failed"));
            before = carrier.texts(PHONE);
        }

        try (Carrier again = start()) {
            assertThat(again.texts(PHONE)).isEqualTo(before);
            assertThat(again.texts(OTHER_PHONE)).hasSize(1);
        }
    }

    @Test
    void aLineThatAKilledProcessLeftUnfinishedIsPassedOver() throws IOException {
        try (Carrier carrier = start()) {
            carrier.text(PHONE, OTHER_PHONE, "Salom");
        }
        Files.writeString(journal(), "{\"phone\":\"+1202", StandardOpenOption.APPEND);

        try (Carrier again = start()) {
            assertThat(again.texts(PHONE)).hasSize(1);
            again.text(PHONE, OTHER_PHONE, "after the broken line");
        }
        try (Carrier third = start()) {
            assertThat(third.texts(PHONE)).hasSize(2);
        }
    }

    @Test
    void aResetIsRememberedToo() {
        try (Carrier carrier = start()) {
            carrier.text(PHONE, OTHER_PHONE, "before");
            carrier.reset();
            carrier.text(PHONE, OTHER_PHONE, "after");
        }

        try (Carrier again = start()) {
            assertThat(again.texts(PHONE)).extracting(PhoneText::text).containsExactly("after");
        }
    }

    private Carrier start() {
        return Carrier.start(Scene.settings().withJournal(journal()));
    }

    private Path journal() {
        return directory.resolve("data/carrier.journal");
    }
}
