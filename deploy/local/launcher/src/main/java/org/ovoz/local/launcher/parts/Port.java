package org.ovoz.local.launcher.parts;

/** Every port that the stack listens on, with its default; {@code OVOZ_PORT_<name>} sets another. */
public enum Port {
    INTAKE(8080),
    INTAKE_ORDERS(8443),
    INTAKE_MANAGEMENT(9000),
    DESK(8081),
    DESK_MANAGEMENT(9001),
    KEYCLOAK(8180),
    KEYCLOAK_MANAGEMENT(9180),
    KAFKA(19092),
    KAFKA_CONTROLLER(19093),
    POSTGRES(15433),
    SHRED(15434),
    CARRIER(8090),
    SMTP(8025),
    MAILBOX(8026);

    private final int usual;

    Port(int usual) {
        this.usual = usual;
    }

    int usual() {
        return usual;
    }

    public String variable() {
        return "OVOZ_PORT_" + name();
    }

    String purpose() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
