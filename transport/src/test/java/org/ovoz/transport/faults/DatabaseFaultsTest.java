package org.ovoz.transport.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFaultsTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53100", "53300", "57P01", "57P03", "58030", "55P03", "25006"})
    void theServersTroublesPass(String state) {
        assertThat(DatabaseFaults.passes(refused(state))).isTrue();
        assertThat(DatabaseFaults.passes(new IllegalStateException(refused(state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23503", "22P02", "42P01", "42501"})
    void whatTheInputCausedComesAgain(String state) {
        assertThat(DatabaseFaults.passes(refused(state))).isFalse();
    }

    @Test
    void aBrokenConnectionPassesAndAMistakeDoesNot() {
        assertThat(DatabaseFaults.passes(new IOException("reset"))).isTrue();
        assertThat(DatabaseFaults.passes(new VertxException("Connection closed", true)))
                .isTrue();
        assertThat(DatabaseFaults.passes(new NullPointerException())).isFalse();
    }

    private static PgException refused(String state) {
        return new PgException("refused", "ERROR", state, null);
    }
}
