package org.ovoz.local.carrier.recordings;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** What a recording sounds like: a quiet tone, 8 kHz, 16 bit, one channel, as long as the recording was. */
final class Sound {
    private static final int RATE = 8_000;
    private static final int LONGEST_SECONDS = 120;
    private static final double HERTZ = 330;

    private Sound() {}

    static byte[] wav(int seconds) {
        int samples = Math.clamp(seconds, 1, LONGEST_SECONDS) * RATE;
        byte[] pcm = new byte[samples * 2];
        for (int i = 0; i < samples; i++) {
            int sample = (int) (Math.sin(2 * Math.PI * HERTZ * i / RATE) * 4_000);
            pcm[2 * i] = (byte) sample;
            pcm[2 * i + 1] = (byte) (sample >> 8);
        }
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (AudioInputStream stream = new AudioInputStream(new ByteArrayInputStream(pcm), format, samples)) {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
