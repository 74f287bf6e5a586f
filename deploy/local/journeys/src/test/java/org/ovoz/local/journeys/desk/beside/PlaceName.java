package org.ovoz.local.journeys.desk.beside;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Random;

/**
 * A name that no other report has, as two people write it.
 *
 * @param latin as it stands on one phone
 * @param cyrillic as it stands on another
 */
record PlaceName(String latin, String cyrillic) {
    private static final String CONSONANTS = "bdgklmnprtvz";
    private static final String THE_SAME = "бдгклмнпртвз";
    private static final String VOWELS = "aiou";
    private static final String VOWELS_TOO = "аиоу";

    static PlaceName invented() {
        Random random = new SecureRandom();
        StringBuilder latin = new StringBuilder();
        StringBuilder cyrillic = new StringBuilder();
        for (int syllable = 0; syllable < 6; syllable++) {
            add(latin, cyrillic, CONSONANTS, THE_SAME, random);
            add(latin, cyrillic, VOWELS, VOWELS_TOO, random);
        }
        add(latin, cyrillic, CONSONANTS, THE_SAME, random);
        return new PlaceName(capital(latin), capital(cyrillic));
    }

    private static void add(StringBuilder one, StringBuilder other, String letters, String same, Random random) {
        int which = random.nextInt(letters.length());
        one.append(letters.charAt(which));
        other.append(same.charAt(which));
    }

    private static String capital(StringBuilder word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
