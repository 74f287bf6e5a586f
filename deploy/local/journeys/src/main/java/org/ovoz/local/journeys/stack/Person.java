package org.ovoz.local.journeys.stack;

import java.nio.file.Path;

/** Someone who works at the demo's desk. */
public record Person(String handle, String password, String number, String email, Path keyFile) {

    @Override
    public String toString() {
        return "Person[" + handle + "]";
    }
}
