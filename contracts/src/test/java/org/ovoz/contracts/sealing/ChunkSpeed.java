package org.ovoz.contracts.sealing;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** What chunks of several sizes cost, for a picture of 5 MB: printed, for whoever chooses one (RATIONALE.md). Not a test. */
public final class ChunkSpeed {

    private static final int PICTURE = 5_000_000;
    private static final int ROUNDS = 9;

    private ChunkSpeed() {}

    public static void main(String[] args) throws JOSEException, ParseException {
        byte[] picture = new byte[PICTURE];
        new Random(1).nextBytes(picture);
        System.out.println("chunk KiB | chunks | seal ms | open ms | stored / size | most at once MB");
        for (int kib : new int[] {16, 64, 256, 1024, 5000}) {
            System.out.println(measured(picture, kib * 1024));
        }
    }

    private static String measured(byte[] picture, int size) throws JOSEException, ParseException {
        Dek dek = Dek.random();
        double[] seal = new double[ROUNDS];
        double[] open = new double[ROUNDS];
        long stored = 0;
        int chunks = Math.ceilDiv(picture.length, size);
        for (int round = 0; round < ROUNDS; round++) {
            String[] sealed = new String[chunks];
            long begin = System.nanoTime();
            for (int i = 0; i < chunks; i++) {
                sealed[i] = seal(Arrays.copyOfRange(picture, i * size, Math.min((i + 1) * size, picture.length)), dek);
            }
            long middle = System.nanoTime();
            stored = 0;
            for (String one : sealed) {
                open(one, dek);
                stored += one.length();
            }
            seal[round] = (middle - begin) / 1e6;
            open[round] = (System.nanoTime() - middle) / 1e6;
        }
        // the bytes, their ciphertext and its text, while one chunk is made
        double atOnce = size * (2 + 4 / 3.0 * 2) / 1e6;
        return String.format(
                Locale.ROOT,
                "%9d | %6d | %7.1f | %7.1f | %13.3f | %.1f",
                size / 1024,
                chunks,
                median(seal),
                median(open),
                stored / (double) picture.length,
                atOnce);
    }

    private static String seal(byte[] part, Dek dek) throws JOSEException {
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .customParam("rid", "00000000-0000-0000-0000-000000000000")
                .customParam("mid", "00000000-0000-0000-0000-000000000000")
                .customParam("idx", 1)
                .customParam("end", false)
                .build();
        JWEObject jwe = new JWEObject(header, new Payload(part));
        jwe.encrypt(new DirectEncrypter(dek.bytes()));
        return jwe.serialize();
    }

    private static void open(String chunk, Dek dek) throws JOSEException, ParseException {
        JWEObject jwe = JWEObject.parse(chunk);
        jwe.decrypt(new DirectDecrypter(dek.bytes()));
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
