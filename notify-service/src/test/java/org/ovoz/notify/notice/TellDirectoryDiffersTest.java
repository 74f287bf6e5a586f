package org.ovoz.notify.notice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ovoz.notify.directory.DirectoryDiffers;
import org.ovoz.notify.setting.DeskTest;
import org.ovoz.notify.setting.Sql;

@DeskTest
class TellDirectoryDiffersTest {

    private static final Duration AT_MOST = Duration.ofSeconds(20);

    private final String stranger = UUID.randomUUID().toString();

    @Inject
    DirectoryDiffers differs;

    @AfterEach
    void nothingDiffersAnyMore() {
        nobodyInvited(List.of());
    }

    @Test
    void aLoginThatNobodyInvitedIsToldOnceUntilItIsNoMore() {
        nobodyInvited(List.of(stranger));
        nobodyInvited(List.of(stranger));
        assertThat(notices(stranger)).containsExactly("open");
        nobodyInvited(List.of());
        assertThat(notices(stranger)).containsExactly("over");
    }

    @Test
    void aLostRealmIsToldUntilAComparisonFindsItWholeAndEndsNothingElse() {
        nobodyInvited(List.of(stranger));
        differs.realmIsLost().await().atMost(AT_MOST);
        differs.realmIsLost().await().atMost(AT_MOST);
        assertThat(notices("lost-realm")).containsOnlyOnce("open");
        assertThat(notices(stranger)).containsExactly("open");
        nobodyInvited(List.of(stranger));
        assertThat(notices("lost-realm")).isNotEmpty().containsOnly("over");
        assertThat(notices(stranger)).containsExactly("open");
    }

    private void nobodyInvited(List<String> logins) {
        differs.nobodyInvited(logins).await().atMost(AT_MOST);
    }

    private static List<String> notices(String subject) {
        return Sql.read("""
                SELECT CASE WHEN ended_at IS NULL THEN 'open' ELSE 'over' END FROM notice
                WHERE kind = 'directory-differs' AND subject = ? AND organisation IS NULL""", subject);
    }
}
