package org.ovoz.local.journeys.running;

import java.net.URI;
import org.ovoz.local.journeys.desk.AccessToken;
import org.ovoz.local.journeys.desk.KeycloakLogin;
import org.ovoz.local.journeys.desk.ResponderSession;
import org.ovoz.local.journeys.stack.Stack;
import org.ovoz.local.journeys.web.Web;

/** Logs the demo's people in. */
public record People(Web web, Stack stack) {

    public ResponderSession login(String handle) {
        return login(handle, stack.desk());
    }

    /** At another instance of the desk. */
    public ResponderSession login(String handle, URI desk) {
        return new ResponderSession(web, desk, token(handle));
    }

    public AccessToken token(String handle) {
        return new KeycloakLogin(web, stack.realm(), stack.console()).login(stack.person(handle));
    }
}
