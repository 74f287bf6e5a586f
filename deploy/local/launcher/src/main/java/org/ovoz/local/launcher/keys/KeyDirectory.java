package org.ovoz.local.launcher.keys;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.file.Path;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.Keys;
import org.ovoz.local.servers.secrets.Secrets;

/** Key pairs as JWK files, made at the first need. */
record KeyDirectory(Secrets files) {

    ECKey pair(String name) {
        return Json.read(files.kept(name + ".jwk", () -> Json.write(Keys.generate())), ECKey.class);
    }

    Path file(String name) {
        pair(name);
        return files.file(name + ".jwk");
    }

    /** The public part in a file of its own, for whoever must not have the private one. */
    Path publicFile(String name) {
        Path file = files.file(name + ".pub.jwk");
        Secrets.write(file, Json.write(pair(name).toPublicJWK()));
        return file;
    }
}
