package org.ovoz.intake.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class DemoExplainTest {

    @Test
    void thePageShowsTheRoutesAsTheyAreExplained() throws IOException {
        String page = Files.readString(DemoExplain.PAGE);
        assertThat(page).isEqualTo(DemoExplain.drawnInto(page));
    }
}
