package org.ovoz.notify.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is worth a person's look. */
@ConfigMapping(prefix = "ovoz.links")
interface LinkSettings {

    /** A single term proposes reports as long as no more others than this have it. */
    @WithDefault("50")
    int commonFrom();

    /** So many are proposed at once. */
    @WithDefault("20")
    int atMost();
}
