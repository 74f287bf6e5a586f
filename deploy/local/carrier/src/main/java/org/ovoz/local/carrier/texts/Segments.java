package org.ovoz.local.carrier.texts;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * How many segments a text is billed and sent as: GSM-7 160, or 153 each when there are several, with the extension
 * characters counting two; anything else UCS-2, 70 or 67. No character is cut in two at the end of a segment.
 */
public record Segments(String encoding, int count, int units, int unitsPerSegment) {
    private static final String GSM = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final Set<Integer> BASIC = GSM.codePoints().boxed().collect(Collectors.toUnmodifiableSet());
    private static final Set<Integer> EXTENSION =
            "\f^{}\\[~]|€".codePoints().boxed().collect(Collectors.toUnmodifiableSet());

    public static Segments of(String text) {
        boolean gsm = text.codePoints().allMatch(c -> BASIC.contains(c) || EXTENSION.contains(c));
        int[] widths = text.codePoints()
                .map(c -> gsm ? (EXTENSION.contains(c) ? 2 : 1) : Character.charCount(c))
                .toArray();
        int units = 0;
        for (int width : widths) {
            units += width;
        }
        int alone = gsm ? 160 : 70;
        String encoding = gsm ? "GSM-7" : "UCS-2";
        return units <= alone
                ? new Segments(encoding, 1, units, alone)
                : new Segments(encoding, pack(widths, gsm ? 153 : 67), units, gsm ? 153 : 67);
    }

    private static int pack(int[] widths, int room) {
        int count = 1;
        int used = 0;
        for (int width : widths) {
            if (used + width > room) {
                count++;
                used = 0;
            }
            used += width;
        }
        return count;
    }
}
