package org.ovoz.contracts.routing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import java.util.regex.Pattern;
import org.ovoz.contracts.OrganisationId;

/** Whom a reporter does not want as a reader, or may not have as one. Chooses among teams by what their signed records say. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "wish")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Wish.NotOrganisation.class, name = "not-organisation"),
    @JsonSubTypes.Type(value = Wish.Conflict.class, name = "conflict"),
    @JsonSubTypes.Type(value = Wish.Woman.class, name = "woman"),
    @JsonSubTypes.Type(value = Wish.NotCommunity.class, name = "not-community")
})
public sealed interface Wish {

    /** The person does not want this organisation to know. */
    record NotOrganisation(OrganisationId organisation) implements Wish {
        public NotOrganisation {
            Objects.requireNonNull(organisation);
        }
    }

    /** The organisation declared a conflict, or it was declared for it. */
    record Conflict(OrganisationId organisation) implements Wish {
        public Conflict {
            Objects.requireNonNull(organisation);
        }
    }

    /** A woman is to answer. */
    record Woman() implements Wish {}

    /** "Nobody from my community", as the teams' records name communities. */
    record NotCommunity(String community) implements Wish {

        private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,39}");

        /** @throws IllegalArgumentException when the code does not have the form */
        public NotCommunity {
            if (!FORM.matcher(community).matches()) {
                throw new IllegalArgumentException("not a community's code, expected something like kyrgyz");
            }
        }
    }
}
