package org.ovoz.local.launcher.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void theDefaultsAreThoseOfTheDesign() {
        Ports ports = Ports.configured(Map.of());
        assertThat(ports.http(Port.INTAKE)).isEqualTo("http://localhost:8080");
        assertThat(ports.of(Port.INTAKE_ORDERS)).isEqualTo(8443);
        assertThat(ports.of(Port.DESK)).isEqualTo(8081);
        assertThat(ports.of(Port.KEYCLOAK)).isEqualTo(8180);
        assertThat(ports.of(Port.KAFKA)).isEqualTo(19092);
        assertThat(ports.of(Port.POSTGRES)).isEqualTo(15433);
        assertThat(ports.of(Port.SHRED)).isEqualTo(15434);
        assertThat(ports.of(Port.CARRIER)).isEqualTo(8090);
    }

    @Test
    void aVariableSetsAnother() {
        assertThat(Ports.configured(Map.of("OVOZ_PORT_INTAKE", " 18080 ")).of(Port.INTAKE))
                .isEqualTo(18080);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "0", "65536", "-1", ""})
    void whatIsNoPortIsNamedWithItsVariable(String wanted) {
        assertThatThrownBy(() -> Ports.configured(Map.of("OVOZ_PORT_DESK", wanted)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("OVOZ_PORT_DESK");
    }

    @Test
    void aPortThatIsTakenIsAnObstacleThatSaysWhatToDo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = Ports.configured(Map.of("OVOZ_PORT_CARRIER", "" + taken.getLocalPort()));
            assertThat(ports.obstacles())
                    .anyMatch(line -> line.contains("" + taken.getLocalPort()) && line.contains("OVOZ_PORT_CARRIER"));
        }
    }

    @Test
    void automaticPortsAreAllDifferentAndThoseOfTheLastRunIfTheyAreFree() throws Exception {
        Ports first = Ports.automatic(Map.of());
        assertThat(new HashSet<>(first.all().values())).hasSize(Port.values().length);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int free = first.of(Port.DESK);
            Ports second = Ports.automatic(Map.of("DESK", free, "INTAKE", taken.getLocalPort()));
            assertThat(second.of(Port.DESK)).isEqualTo(free);
            assertThat(second.of(Port.INTAKE)).isNotEqualTo(taken.getLocalPort());
        }
    }
}
