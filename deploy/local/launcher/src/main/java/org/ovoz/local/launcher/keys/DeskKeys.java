package org.ovoz.local.launcher.keys;

import java.nio.file.Path;
import org.ovoz.local.servers.process.LocalDirectory;
import org.ovoz.local.servers.secrets.Secrets;

/** What the desk holds itself: the key that push services know it by. */
public final class DeskKeys {
    private final KeyDirectory keys;

    public DeskKeys(LocalDirectory directory) {
        this.keys = new KeyDirectory(new Secrets(directory.in("keys")));
    }

    public Path vapidFile() {
        return keys.file("desk-vapid");
    }
}
