package org.ovoz.local.launcher.run;

import org.ovoz.local.launcher.keys.LineFiles;

/** Who and what is there when the stack comes up. */
interface World {

    /** What both services are told of the line. */
    LineFiles files();

    /** Before anything is started. */
    void writeFiles();

    /** Returns when intake can be started. */
    void awaitLine();

    /** Once the desk and the login server are up. */
    void setUp();

    /** What whoever reads the screen needs next. */
    String next();
}
