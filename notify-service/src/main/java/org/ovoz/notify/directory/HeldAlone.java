package org.ovoz.notify.directory;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import org.ovoz.contracts.TeamId;

/** What nobody else holds. Whoever knows of such things says it here before somebody is stopped or moved; the directory knows none of it. */
public interface HeldAlone {

    /**
     * The teams whose reports nobody could read any more.
     *
     * @param staying teams that the person stays in
     */
    Uni<List<TeamId>> by(String subject, Set<String> staying);
}
