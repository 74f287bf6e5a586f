package org.ovoz.notify.alert.push;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.ovoz.notify.problem.Problems;

/** Without a key that push services know it by, the desk alerts no browser. */
final class PushOff {

    private static final int UNAVAILABLE = 503;

    private PushOff() {}

    static HttpProblem problem() {
        return Problems.of(UNAVAILABLE, "push-off", "The desk has no key to push with");
    }
}
