package org.ovoz.notify.link;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ovoz.notify.link.key.LinkKey;
import org.ovoz.notify.setting.Api;
import org.ovoz.notify.setting.Person;
import org.ovoz.notify.setting.Report;

/** What browsers tell of reports' places. A mark need only be of the form here, and the same for the same term and key. */
final class Places {

    private Places() {}

    static String mark(LinkKey key, String term) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((key.kid() + " " + term).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> marks(LinkKey key, String... terms) {
        return Stream.of(terms).map(term -> mark(key, term)).toList();
    }

    static Response compare(Person person, Report report, LinkKey key, String... terms) {
        return compare(person, report, key, List.of(), terms);
    }

    /** The same terms are asked with under the earlier keys. */
    static Response compare(Person person, Report report, LinkKey key, List<LinkKey> earlier, String... terms) {
        return Api.as(person)
                .contentType("application/json")
                .body(Map.of(
                        "kid",
                        key.kid(),
                        "marks",
                        marks(key, terms),
                        "earlier",
                        earlier.stream()
                                .map(one -> Map.of("kid", one.kid(), "marks", marks(one, terms)))
                                .toList()))
                .put(report.path() + "/link-terms");
    }

    static Response say(Person person, Report report, Report other, String verdict) {
        return Api.as(person)
                .contentType("application/json")
                .body(Map.of("verdict", verdict))
                .put(report.path() + "/links/" + other.id());
    }

    static Response end(Person person, Report report, Report other) {
        return Api.as(person).delete(report.path() + "/links/" + other.id());
    }

    /** Ids of the reports in one of the three lists, in its order. */
    static List<String> listed(Person person, Report report, String list) {
        return Api.as(person).get(report.path() + "/links").jsonPath().getList(list + ".id");
    }
}
