package org.ovoz.transport.media;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A picture or a sound at the carrier, by the ids of its message and of itself. With the account's password they fetch it, so they are not
 * printed.
 */
public record MediaId(String message, String media) {

    private static final Pattern MESSAGE = Pattern.compile("[SM]M[0-9a-f]{32}");
    private static final Pattern MEDIA = Pattern.compile("ME[0-9a-f]{32}");
    private static final Pattern PATH = Pattern.compile("/2010-04-01/Accounts/([^/]+)/Messages/([^/]+)/Media/([^/]+)");

    public MediaId {
        if (!MESSAGE.matcher(message).matches() || !MEDIA.matcher(media).matches()) {
            throw new IllegalArgumentException("no id of a medium");
        }
    }

    /**
     * Takes the ids out of an address that came with a message, and nothing else: where it is fetched from is known here. Empty unless it
     * names a medium of that very message in that account.
     */
    public static Optional<MediaId> of(String account, String message, String url) {
        Matcher path = PATH.matcher(path(url));
        boolean isOurs = path.matches()
                && path.group(1).equals(account)
                && path.group(2).equals(message)
                && MESSAGE.matcher(message).matches()
                && MEDIA.matcher(path.group(3)).matches();
        return isOurs ? Optional.of(new MediaId(message, path.group(3))) : Optional.empty();
    }

    private static String path(String url) {
        try {
            String path = URI.create(url).getRawPath();
            return path == null ? "" : path;
        } catch (IllegalArgumentException none) {
            return "";
        }
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
