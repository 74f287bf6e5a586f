package org.ovoz.notify.directory.keycloak;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * A login as the login server has it.
 *
 * @param place none: nobody said there where the person belongs
 * @param invited made by an invitation of the desk's
 * @param unused its first password was not changed yet
 */
public record Login(String subject, boolean enabled, Optional<Place> place, boolean invited, boolean unused) {

    static final String ORGANISATION = "organisation";
    static final String TEAMS = "teams";
    static final String INVITED = "invited";
    static final String CHANGES_PASSWORD = "UPDATE_PASSWORD";
    static final String SETS_UP_SECOND_FACTOR = "CONFIGURE_TOTP";

    /** In no team: an attribute without a value does not exist there, so it needs a word. */
    static final String NO_TEAM = "-";

    /** Where a person belongs. */
    public record Place(String organisation, Set<String> teams) {

        public Place {
            teams = Set.copyOf(teams);
        }
    }

    static Login of(UserRepresentation user) {
        return new Login(
                user.getId(),
                Boolean.TRUE.equals(user.isEnabled()),
                place(user.firstAttribute(ORGANISATION), attribute(user, TEAMS)),
                user.firstAttribute(INVITED) != null,
                user.getRequiredActions() != null && user.getRequiredActions().contains(CHANGES_PASSWORD));
    }

    private static Optional<Place> place(@Nullable String organisation, List<String> teams) {
        if (organisation == null || teams.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Place(
                organisation,
                Set.copyOf(teams.stream().filter(team -> !team.equals(NO_TEAM)).toList())));
    }

    private static List<String> attribute(UserRepresentation user, String name) {
        List<String> values =
                user.getAttributes() == null ? null : user.getAttributes().get(name);
        return values == null ? List.of() : values;
    }

    static void write(UserRepresentation user, Place place) {
        user.singleAttribute(ORGANISATION, place.organisation());
        user.getAttributes()
                .put(
                        TEAMS,
                        place.teams().isEmpty()
                                ? List.of(NO_TEAM)
                                : place.teams().stream().sorted().toList());
    }
}
