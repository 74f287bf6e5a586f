package org.ovoz.notify.cases;

/** Whose alerts rest: two people blocked the reporter for a while. Somebody in danger, or a child, is heard all the same. */
public final class Muted {

    private Muted() {}

    /**
     * A condition on {@code report_case c}.
     *
     * @param now the parameter that holds the time
     */
    public static String at(String now) {
        return "(NOT c.danger AND NOT c.child AND EXISTS (SELECT 1 FROM reporter_block m WHERE m.report_id = c.id"
                + " AND m.ended_at IS NULL AND m.confirmed_at IS NOT NULL AND m.until_at > " + now + "))";
    }
}
