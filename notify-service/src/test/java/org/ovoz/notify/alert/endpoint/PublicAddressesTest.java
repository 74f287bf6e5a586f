package org.ovoz.notify.alert.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

    private static final EndpointAddress OUT_THERE = new EndpointAddress(new EndpointSettings() {
        @Override
        public Duration connectsWithin() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration answersWithin() {
            return Duration.ofSeconds(1);
        }

        @Override
        public boolean localAllowed() {
            return false;
        }
    });

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "::7f00:1",
                "64:ff9b::a00:1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::",
                "3fff:0fff::1"
            })
    void whatIsInHereIsNotPostedTo(String address) throws Exception {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.32.0.1",
                "192.0.3.1",
                "198.20.0.1",
                "223.255.255.254",
                "2606:4700::1111",
                "2a00:1450::1",
                "2001:4860:4860::8888"
            })
    void whatIsOutThereMayBe(String address) throws Exception {
        assertThat(PublicAddresses.contain(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://push.example/1", "https://user@push.example/1", "https://push.example/1#part", "https:///1",
                        "https:1",
                "file:///etc/passwd", "push.example", "", "https://push example/", "//push.example/1",
                "https://push.example/\u00e9"
            })
    void whatIsNoPlainHttpsAddressIsNone(String url) {
        assertThat(OUT_THERE.of(url)).isEmpty();
    }

    @Test
    void aNameThatMeansWhatIsInHereIsNotPostedTo() throws Exception {
        assertThat(OUT_THERE.resolve(OUT_THERE.of("https://localhost/1").orElseThrow()))
                .isNull();
        assertThat(OUT_THERE.resolve(OUT_THERE.of("https://[::1]/1").orElseThrow()))
                .isNull();
        assertThat(OUT_THERE.resolve(OUT_THERE.of("https://1.1.1.1/1").orElseThrow()))
                .isNotNull();
    }
}
