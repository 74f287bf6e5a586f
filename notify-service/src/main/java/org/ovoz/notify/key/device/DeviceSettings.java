package org.ovoz.notify.key.device;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How devices are guarded. */
@ConfigMapping(prefix = "ovoz.device")
interface DeviceSettings {

    /** Wrong PINs in a row until the device is void. Of a million PINs, five are one in 200,000. */
    @WithDefault("5")
    int tries();

    /** Of one person. */
    @WithDefault("8")
    int atMost();
}
