package org.ovoz.local.carrier.rest;

import io.vertx.core.Handler;
import io.vertx.ext.auth.authentication.UsernamePasswordCredentials;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ovoz.local.carrier.accounts.Account;
import org.ovoz.local.carrier.accounts.Accounts;

/** Basic authentication: account SID and auth token, and the SID must be the one in the path. */
public final class Authentication implements Handler<RoutingContext> {
    private final Accounts accounts;

    public Authentication(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void handle(RoutingContext context) {
        Optional<Account> account = credentials(context.request().getHeader("Authorization"))
                .filter(given -> given.getUsername().equals(context.pathParam("account")))
                .flatMap(given -> accounts.account(given.getUsername())
                        .filter(known -> sameToken(known.authToken(), given.getPassword())));
        if (account.isEmpty()) {
            Answers.error(context, TwilioError.authenticate());
            return;
        }
        context.put(Answers.ACCOUNT, account.get());
        context.next();
    }

    private static boolean sameToken(String known, String given) {
        return MessageDigest.isEqual(known.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<UsernamePasswordCredentials> credentials(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            String pair =
                    new String(Base64.getDecoder().decode(header.substring(6).trim()), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new UsernamePasswordCredentials(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
