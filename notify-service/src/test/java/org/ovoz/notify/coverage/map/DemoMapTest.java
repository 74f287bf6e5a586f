package org.ovoz.notify.coverage.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class DemoMapTest {

    @Test
    void thePageShowsTheMapAsItIsDrawn() throws IOException {
        String page = Files.readString(DemoMap.PAGE);
        assertThat(page).isEqualTo(DemoMap.drawnInto(page));
    }
}
