package org.ovoz.transport.carrier;

/**
 * How many parts a text takes on the way. GSM-7: 160 in one part, 153 each in several; anything else UCS-2: 70, or 67 each.
 *
 * @param units septets or UTF-16 units, all together
 */
public record Segments(Encoding encoding, int units, int count) {

    public enum Encoding {
        GSM_7(160, 153),
        UCS_2(70, 67);

        private final int alone;
        private final int joined;

        Encoding(int alone, int joined) {
            this.alone = alone;
            this.joined = joined;
        }
    }

    private static final String GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String GSM_EXTENSION = "\f^{}\\[~]|€";

    public static Segments of(String text) {
        Encoding encoding = text.codePoints().allMatch(Segments::isGsm) ? Encoding.GSM_7 : Encoding.UCS_2;
        int units =
                text.codePoints().map(character -> width(encoding, character)).sum();
        return new Segments(encoding, units, units <= encoding.alone ? 1 : pack(encoding, text));
    }

    /** A character of two units is never torn apart, so a part can end one unit early. */
    private static int pack(Encoding encoding, String text) {
        int parts = 1;
        int used = 0;
        for (int character : text.codePoints().toArray()) {
            int width = width(encoding, character);
            if (used + width > encoding.joined) {
                parts++;
                used = 0;
            }
            used += width;
        }
        return parts;
    }

    private static int width(Encoding encoding, int character) {
        return switch (encoding) {
            case GSM_7 -> GSM_EXTENSION.indexOf(character) >= 0 ? 2 : 1;
            case UCS_2 -> Character.charCount(character);
        };
    }

    private static boolean isGsm(int character) {
        return GSM.indexOf(character) >= 0 || GSM_EXTENSION.indexOf(character) >= 0;
    }
}
