package org.ovoz.local.journeys.faults;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client says to PostgreSQL (protocol 3), message by message. Remembers which name stands for which prepared statement. */
final class ClientMessages {
    /** Before the start-up message a client may ask for encryption; such requests have codes from here on. */
    private static final int FIRST_REQUEST_CODE = 80_877_102;

    private static final int LENGTH_BYTES = 4;

    private final DataInputStream in;
    private final Map<String, String> prepared = new HashMap<>();
    private boolean started;

    ClientMessages(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /** @param executes the statement whose execution this message asks for; null with every other message */
    record Message(byte[] bytes, @Nullable String executes) {}

    /** @throws java.io.EOFException when the client has nothing more to say */
    Message next() throws IOException {
        if (!started) {
            return startUp();
        }
        byte type = in.readByte();
        byte[] body = body();
        byte[] all = ByteBuffer.allocate(1 + LENGTH_BYTES + body.length)
                .put(type)
                .putInt(LENGTH_BYTES + body.length)
                .put(body)
                .array();
        return new Message(all, executes((char) type, ByteBuffer.wrap(body)));
    }

    private Message startUp() throws IOException {
        byte[] body = body();
        started = ByteBuffer.wrap(body).getInt() < FIRST_REQUEST_CODE;
        return new Message(
                ByteBuffer.allocate(LENGTH_BYTES + body.length)
                        .putInt(LENGTH_BYTES + body.length)
                        .put(body)
                        .array(),
                null);
    }

    private byte[] body() throws IOException {
        byte[] body = new byte[in.readInt() - LENGTH_BYTES];
        in.readFully(body);
        return body;
    }

    private @Nullable String executes(char type, ByteBuffer body) {
        return switch (type) {
            case 'P' -> {
                prepared.put(text(body), text(body));
                yield null;
            }
            case 'B' -> {
                text(body);
                yield prepared.get(text(body));
            }
            case 'Q' -> text(body);
            default -> null;
        };
    }

    private static String text(ByteBuffer body) {
        int begin = body.position();
        while (body.get() != 0) {
            continue;
        }
        return new String(body.array(), begin, body.position() - 1 - begin, StandardCharsets.ISO_8859_1);
    }
}
