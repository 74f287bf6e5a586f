package org.ovoz.local.journeys.running;

import org.ovoz.local.journeys.desk.KeycloakLogin;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.stack.Stack;
import org.ovoz.local.journeys.web.Web;

/** Logs the demo's people in. */
public record People(Web web, Stack stack) {

    public ResponderSession login(String handle) {
        KeycloakLogin keycloak = new KeycloakLogin(web, stack.realm(), stack.console());
        return new ResponderSession(web, stack.desk(), keycloak.login(stack.person(handle)));
    }
}
