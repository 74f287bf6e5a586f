package org.ovoz.local.journeys.running;

import java.nio.file.Path;
import org.ovoz.local.journeys.stack.Stack;
import org.ovoz.local.journeys.web.Web;

/** The ways into a stack, whoever started it. */
public record Doors(Web web, Stack stack, Databases databases, Bus bus) {

    /** @throws IllegalStateException when no stack was started there */
    public static Doors in(Path directory) {
        Stack stack = Stack.in(directory);
        return new Doors(
                new Web(),
                stack,
                new Databases(stack.databases(), directory.resolve("secrets")),
                new Bus(stack.kafka()));
    }
}
