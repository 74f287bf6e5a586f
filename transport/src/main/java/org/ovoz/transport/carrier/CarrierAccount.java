package org.ovoz.transport.carrier;

import java.net.URI;

/** @param api base of the carrier's REST interface, without a path */
public record CarrierAccount(String sid, AuthToken token, URI api) {}
