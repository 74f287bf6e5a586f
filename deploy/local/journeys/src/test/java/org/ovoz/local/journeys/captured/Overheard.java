package org.ovoz.local.journeys.captured;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All that a browser sends: the desk sees it, whether it serves what it was asked for or not. */
final class Overheard {
    private static final Pattern JWE = Pattern.compile("(eyJ[\\w-]+)\\.[\\w-]*\\.[\\w-]+\\.[\\w-]+\\.[\\w-]+");

    private final Queue<String> bodies = new ConcurrentLinkedQueue<>();

    Overheard(Page page) {
        page.onRequest(this::hear);
    }

    private void hear(Request request) {
        String body = request.postData();
        if (body != null) {
            bodies.add(body);
        }
    }

    /** The keys that something of it is sealed to. */
    Set<String> sealedTo() {
        return bodies.stream()
                .flatMap(body -> JWE.matcher(body).results())
                .map(Overheard::kid)
                .filter(kid -> !kid.isEmpty())
                .collect(Collectors.toSet());
    }

    void forget() {
        bodies.clear();
    }

    private static String kid(MatchResult jwe) {
        try {
            String kid = JWEHeader.parse(new Base64URL(jwe.group(1))).getKeyID();
            return kid == null ? "" : kid;
        } catch (ParseException e) {
            throw new IllegalStateException("no JWE", e);
        }
    }
}
