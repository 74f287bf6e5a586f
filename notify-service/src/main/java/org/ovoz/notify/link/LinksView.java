package org.ovoz.notify.link;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;

/**
 * How a report stands to others of the caller's organisation.
 *
 * @param same those that somebody linked it with
 * @param different those of which somebody said that they are of another place
 * @param proposed those that share terms, what is shared by the fewest first
 */
public record LinksView(List<Said> same, List<Said> different, List<Proposed> proposed) {

    /** @param by a handle */
    public record Said(@JsonUnwrapped OtherReport report, String by, Instant at) {}

    /** @param marks that both have; the caller's browser knows which terms they are of */
    public record Proposed(@JsonUnwrapped OtherReport report, List<String> marks) {}
}
