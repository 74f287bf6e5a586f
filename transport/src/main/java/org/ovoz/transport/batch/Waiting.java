package org.ovoz.transport.batch;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/** An item in line, and the caller who waits for its result. */
final class Waiting<I, O extends @Nullable Object> {

    private final I item;
    private final UniEmitter<? super O> caller;
    private final @Nullable Context home = Vertx.currentContext();

    Waiting(I item, UniEmitter<? super O> caller) {
        this.item = item;
        this.caller = caller;
    }

    I item() {
        return item;
    }

    void complete(O result) {
        atHome(() -> caller.complete(result));
    }

    void fail(Throwable fault) {
        atHome(() -> caller.fail(fault));
    }

    private void atHome(Runnable answer) {
        if (home == null || home.equals(Vertx.currentContext())) {
            answer.run();
        } else {
            home.runOnContext(ignored -> answer.run());
        }
    }
}
