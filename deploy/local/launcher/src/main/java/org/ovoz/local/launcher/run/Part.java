package org.ovoz.local.launcher.run;

import java.util.function.Supplier;
import org.ovoz.local.servers.process.ServiceProcess;

/** Something that runs as a process. Starting it returns when it is ready. */
record Part(String name, Supplier<ServiceProcess> start) {}
