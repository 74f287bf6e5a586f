package org.ovoz.contracts.order;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ovoz.contracts.ItemId;
import org.ovoz.contracts.TeamId;
import org.ovoz.contracts.contact.ContactTerms;

/** The bodies of orders, one record per {@link OrderAction}. */
public sealed interface OrderBody {

    record Fetch() implements OrderBody {}

    /** @param grants one per current recipient */
    record Note(NewItem item, List<ItemGrant> grants) implements OrderBody {
        public Note {
            Objects.requireNonNull(item);
            grants = List.copyOf(grants);
        }
    }

    /**
     * @param grants one per current recipient and one for the relay key
     * @param contact the inner contact (JWE to the vault) that the browser found in the contact item
     * @param notBefore waits for the first safe moment from then on; absent: now or not at all
     */
    record Reply(
            NewItem item,
            List<ItemGrant> grants,
            String contact,
            @Nullable Instant notBefore) implements OrderBody {
        public Reply {
            Objects.requireNonNull(item);
            Objects.requireNonNull(contact);
            grants = List.copyOf(grants);
        }
    }

    /** Takes back the reply {@code reply}, which waits. */
    record Withdraw(ItemId reply) implements OrderBody {
        public Withdraw {
            Objects.requireNonNull(reply);
        }
    }

    /**
     * Records the person's word on how they may be reached.
     *
     * @param note what they said in words, sealed, in the same gesture; absent if nothing
     */
    record Contract(ContactTerms terms, @Nullable Note note) implements OrderBody {
        public Contract {
            Objects.requireNonNull(terms);
        }
    }

    record Close() implements OrderBody {}

    record Erase(What what) implements OrderBody {
        public Erase {
            Objects.requireNonNull(what);
        }
    }

    /** @param grants one per current recipient */
    record Triage(NewItem item, List<ItemGrant> grants) implements OrderBody {
        public Triage {
            Objects.requireNonNull(item);
            grants = List.copyOf(grants);
        }
    }

    /**
     * Lets a team in: it becomes a current recipient, and gets the key of everything that the ordering team can open.
     *
     * @param team whom
     * @param kid of the team's encryption key, as its signed record has it
     * @param items one per item that the ordering team can open
     * @param drop a team that is to be a recipient no more; absent if none
     */
    record Grant(
            TeamId team,
            String kid,
            List<Granted> items,
            @Nullable TeamId drop) implements OrderBody {
        public Grant {
            Objects.requireNonNull(team);
            Objects.requireNonNull(kid);
            items = List.copyOf(items);
        }
    }

    /**
     * @param item the attachment's
     * @param from index of the first chunk that is wanted
     */
    record Attachment(ItemId item, int from) implements OrderBody {
        public Attachment {
            Objects.requireNonNull(item);
        }
    }

    /** The key of the item {@code id}, sealed to the team that is let in. */
    record Granted(ItemId id, String jwe) {
        public Granted {
            Objects.requireNonNull(id);
            Objects.requireNonNull(jwe);
        }
    }

    /** An item that the browser sealed: its id and its JWE. */
    record NewItem(ItemId id, String jwe) {
        public NewItem {
            Objects.requireNonNull(id);
            Objects.requireNonNull(jwe);
        }
    }

    /** The item's key, sealed to the key {@code kid}. */
    record ItemGrant(String kid, String jwe) {
        public ItemGrant {
            Objects.requireNonNull(kid);
            Objects.requireNonNull(jwe);
        }
    }

    /** What to erase. */
    enum What {
        /** Number and look-up entry; the case stays readable. */
        @JsonProperty("contact")
        CONTACT,
        /** The report's shred key, and with it everything. */
        @JsonProperty("report")
        REPORT
    }
}
