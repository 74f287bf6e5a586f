package org.ovoz.local.launcher.keys;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.file.Path;
import org.ovoz.contracts.Json;
import org.ovoz.contracts.order.KeyFile;
import org.ovoz.local.launcher.demo.Person;
import org.ovoz.local.servers.process.LocalDirectory;
import org.ovoz.local.servers.secrets.Secrets;

/** What each person would carry: the keys of the own teams. No server reads these files. */
public record DemoKeyFiles(LocalDirectory directory, TeamRecords teams, ECKey line) {

    public Path write(Person person) {
        Path file = directory.in("demo-keys").resolve(person.handle() + ".json");
        KeyFile content = new KeyFile(
                person.handle(),
                line.toPublicJWK(),
                person.teams().stream().map(teams::privateKeys).toList());
        Secrets.write(file, Json.write(content));
        return file;
    }
}
