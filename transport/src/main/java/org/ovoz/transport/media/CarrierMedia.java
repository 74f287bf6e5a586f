package org.ovoz.transport.media;

import io.smallrye.mutiny.Uni;

/** What came with messages, kept by the carrier until somebody deletes it there. */
public interface CarrierMedia {

    /** One attempt. Does not fail: what went wrong is an outcome. */
    Uni<MediaOutcome> fetch(MediaId id);

    /** One attempt. True once it is not there any more, whoever deleted it; does not fail. */
    Uni<Boolean> delete(MediaId id);
}
