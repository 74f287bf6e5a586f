package org.ovoz.local.launcher.run;

import java.net.URI;
import org.ovoz.local.launcher.demo.DemoWorld;
import org.ovoz.local.launcher.directory.SetUpDirectory;
import org.ovoz.local.launcher.directory.SetupToken;
import org.ovoz.local.launcher.keys.DemoKeyFiles;
import org.ovoz.local.launcher.keys.LineFiles;
import org.ovoz.local.launcher.keys.LineKeys;
import org.ovoz.local.launcher.keys.TeamRecords;
import org.ovoz.local.launcher.parts.Port;
import org.ovoz.local.launcher.parts.Surroundings;

/** The demo: its line's key is made here, its teams are signed, its people are in the directory. */
final class DemoInHand implements World {
    private final Surroundings here;
    private final LineKeys line;
    private final TeamRecords teams;

    DemoInHand(Surroundings here, LineKeys line) {
        this.here = here;
        this.line = line;
        this.teams = new TeamRecords(here.directory(), line.administration());
    }

    @Override
    public LineFiles files() {
        return LineFiles.demo(line, teams);
    }

    @Override
    public void writeFiles() {
        DemoKeyFiles keyFiles = new DemoKeyFiles(here.directory(), teams, line.administration());
        DemoWorld.PEOPLE.forEach(keyFiles::write);
    }

    @Override
    public void awaitLine() {
        // Signed already.
    }

    @Override
    public void setUp() {
        SetupToken login = new SetupToken(here.realm(), here.secrets().password("setup-client"));
        new SetUpDirectory(URI.create(here.ports().http(Port.DESK)), login, teams).setUp();
    }

    @Override
    public String next() {
        return """

            Their key files are .local/demo-keys/<name>.json. "Is this your line?" asks for these groups:
              %s
            """.formatted(line.fingerprint());
    }
}
