package org.ovoz.local.launcher.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void aKeyIsShownInThirteenGroupsOfFourAsTheConsoleShowsIt() {
        byte[] thumbprint = new byte[32];
        thumbprint[0] = (byte) 0b00001_000;
        thumbprint[1] = (byte) 0b10_00011_0;
        thumbprint[31] = 1;
        assertThat(Fingerprint.of(Base64URL.encode(thumbprint).toString()))
                .isEqualTo("1230 0000 0000 0000 0000 0000 0000 0000 0000 0000 0000 0000 000G");
    }
}
