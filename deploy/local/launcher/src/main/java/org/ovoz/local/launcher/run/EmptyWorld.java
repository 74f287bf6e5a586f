package org.ovoz.local.launcher.run;

import java.nio.file.Path;
import org.ovoz.local.launcher.keys.HandedOver;
import org.ovoz.local.launcher.keys.LineFiles;
import org.ovoz.local.launcher.keys.LineKeys;
import org.ovoz.local.launcher.parts.Surroundings;

/** A first start: an administrator has a login, and everything else is made in the console. Intake starts when it has been given its line. */
final class EmptyWorld implements World {
    private final LineKeys line;
    private final Path directory;

    EmptyWorld(Surroundings here, LineKeys line) {
        this.line = line;
        this.directory = here.directory().in(OwnLine.NAME);
    }

    @Override
    public LineFiles files() {
        return LineFiles.in(directory);
    }

    @Override
    public void writeFiles() {
        line.publishSigning(directory.resolve("intake-public.json"));
    }

    @Override
    public void awaitLine() {
        new HandedOver(directory, files()).await();
    }

    @Override
    public void setUp() {
        // Nobody is there yet.
    }

    @Override
    public String next() {
        return """

            Nothing is set up yet: sign in to the console and open "Set-up".
            What it hands out goes into   %s
            Intake's public key is there, too; intake starts once it has its three files.
            """.formatted(directory);
    }
}
