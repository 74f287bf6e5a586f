package org.ovoz.notify.directory;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Login server and desk differ in what only people can settle. Who puts that before them says here how; the directory knows none of it.
 * Saying the same again changes nothing.
 */
public interface DirectoryDiffers {

    /** Most logins are gone or disabled at once. What is known of single logins stays as it is. */
    Uni<Void> realmIsLost();

    /** The realm is not lost, and these are all the logins that nobody invited; by their ids. */
    Uni<Void> nobodyInvited(List<String> logins);
}
