package org.ovoz.notify.setting;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.ovoz.contracts.Json;

/** Has a program of {@code console/verify} look at something: others' implementations, from npm, of what the desk does in Java. */
public final class Node {

    private Node() {}

    /** @throws AssertionError when the program finds it wrong */
    public static JsonNode verify(String program, Object input) {
        try {
            Process process = new ProcessBuilder("node", "console/verify/" + program)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(Json.write(input).getBytes(StandardCharsets.UTF_8));
            }
            byte[] output = process.getInputStream().readAllBytes();
            if (process.waitFor() != 0) {
                throw new AssertionError(program + " found it wrong");
            }
            return Json.mapper().readTree(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
