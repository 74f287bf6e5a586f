package org.ovoz.local.journeys.desk;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ovoz.local.journeys.web.Answer;

/** Where the login page's form goes to. */
final class LoginForm {
    private static final Pattern FORM = Pattern.compile("<form[^>]*\\bid=\"kc-form-login\"[^>]*>");
    private static final Pattern ACTION = Pattern.compile("\\baction=\"([^\"]+)\"");

    private LoginForm() {}

    static URI action(Answer page) {
        Matcher form = FORM.matcher(page.body());
        if (form.find()) {
            Matcher action = ACTION.matcher(form.group());
            if (action.find()) {
                return page.from().resolve(action.group(1).replace("&amp;", "&"));
            }
        }
        throw new IllegalStateException("expected Keycloak's login form, found another page");
    }
}
