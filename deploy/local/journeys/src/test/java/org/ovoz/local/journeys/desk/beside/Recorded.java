package org.ovoz.local.journeys.desk.beside;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.ovoz.local.journeys.phones.Enclosed;

/** What people's phones record, and what somebody sends who means harm; each with a word in it that nobody would see or hear. */
final class Recorded {
    static final int WIDTH = 800;
    static final int HEIGHT = 600;
    private static final int RATE = 8_000;

    private Recorded() {}

    /** A photograph with a place in its data, as a telephone writes it: Exif and a comment, between the picture's first marker and its rest. */
    static Enclosed photograph(String word) {
        byte[] bare = drawn();
        byte[] place = ("Exif\0\0GPS 43.238949 76.889709 " + word).getBytes(StandardCharsets.US_ASCII);
        byte[] comment = word.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer all = ByteBuffer.allocate(bare.length + place.length + comment.length + 8);
        all.put(bare, 0, 2);
        all.putShort((short) 0xffe1).putShort((short) (place.length + 2)).put(place);
        all.putShort((short) 0xfffe).putShort((short) (comment.length + 2)).put(comment);
        return new Enclosed("image/jpeg", all.put(bare, 2, bare.length - 2).array());
    }

    /** A page with a script, which says that it is a photograph. */
    static Enclosed liar(String word) {
        String page = "<!doctype html><html><script>document.title = '" + word + "'</script>" + word + "</html>";
        return new Enclosed("image/jpeg", page.getBytes(StandardCharsets.UTF_8));
    }

    /** A tone of one second, with a word among what describes it. */
    static Enclosed tone(String word) {
        byte[] said = word.getBytes(StandardCharsets.US_ASCII);
        int padded = said.length + said.length % 2;
        ByteBuffer all = ByteBuffer.allocate(44 + RATE + 20 + padded).order(ByteOrder.LITTLE_ENDIAN);
        all.put(ascii("RIFF")).putInt(all.capacity() - 8).put(ascii("WAVEfmt ")).putInt(16);
        all.putShort((short) 1)
                .putShort((short) 1)
                .putInt(RATE)
                .putInt(RATE)
                .putShort((short) 1)
                .putShort((short) 8);
        all.put(ascii("LIST"))
                .putInt(12 + padded)
                .put(ascii("INFOICMT"))
                .putInt(said.length)
                .put(said);
        all.position(56 + padded).put(ascii("data")).putInt(RATE);
        for (int at = 0; at < RATE; at++) {
            all.put((byte) (128 + Math.round(60 * Math.sin(at / 6.0))));
        }
        return new Enclosed("audio/wav", all.array());
    }

    private static byte[] drawn() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setColor(new Color(0x336699));
        brush.fillRect(0, 0, WIDTH, HEIGHT);
        brush.setColor(new Color(0xffcc00));
        brush.fillRect(WIDTH / 4, HEIGHT / 4, WIDTH / 2, HEIGHT / 2);
        brush.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
