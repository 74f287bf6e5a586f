package org.ovoz.intake.orders;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Times and sizes of orders (DESIGN 3). */
@ConfigMapping(prefix = "ovoz.orders")
interface OrderConfig {

    /** How far the order's own time may be from intake's. */
    @WithDefault("PT10M")
    Duration clocksMayDiffer();

    /** For so long the same fetch is answered again. */
    @WithDefault("PT5M")
    Duration fetchRepeatable();
}
