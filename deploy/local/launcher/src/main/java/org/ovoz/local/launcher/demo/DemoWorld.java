package org.ovoz.local.launcher.demo;

import java.util.List;
import java.util.stream.Stream;
import org.ovoz.contracts.LanguageTag;
import org.ovoz.contracts.OrganisationId;
import org.ovoz.contracts.RegionCode;
import org.ovoz.contracts.TeamId;

/** Everybody and everything fictional in the local stack. The numbers are from the range kept for fiction. */
public final class DemoWorld {
    public static final String HOTLINE = "+12025550100";
    public static final String STAFF_NUMBER = "+12025550170";
    public static final List<String> REPORTERS =
            List.of("+12025550111", "+12025550112", "+12025550113", "+12025550114");

    private static final OrganisationId NORTH = new OrganisationId("north");
    private static final OrganisationId STEPPE = new OrganisationId("steppe");
    private static final List<LanguageTag> TIER_1 = languages("ru uz-Latn uz-Cyrl kk ky tg uk en ko vi zh");

    public static final List<Organisation> ORGANISATIONS =
            List.of(new Organisation(NORTH, "Northern Light"), new Organisation(STEPPE, "Steppe Aid"));

    public static final Team CATCH_ALL = new Team(new TeamId("catch-all"), NORTH, TIER_1, regions("ZZ"), true, false);

    public static final List<Team> TEAMS = List.of(
            new Team(
                    new TeamId("north-central-asia"),
                    NORTH,
                    languages("uz-Latn uz-Cyrl tg ru"),
                    regions("RU ZZ"),
                    true,
                    false),
            new Team(new TeamId("steppe-turkic"), STEPPE, languages("kk ky ru"), regions("KZ ZZ"), false, false),
            new Team(new TeamId("steppe-escalation"), STEPPE, TIER_1, regions("ZZ"), true, true),
            CATCH_ALL);

    public static final List<Person> PEOPLE = List.of(
            responder(1, "aziza", NORTH, "uz-Latn uz-Cyrl ru", "+12025550171", "north-central-asia", "catch-all"),
            responder(2, "bolot", STEPPE, "ky kk ru", "+12025550172", "steppe-turkic", "steppe-escalation"),
            responder(3, "vera", NORTH, "ru tg", "+12025550173", "north-central-asia"),
            other(4, "nadia", "coordinator", "+12025550174"),
            other(5, "admin", "admin", ""),
            other(6, "auditor", "auditor", ""));

    private DemoWorld() {}

    private static Person responder(
            int number, String handle, OrganisationId organisation, String speaks, String phone, String... teams) {
        return new Person(
                new Person.Account(handle, subject(number), "responder"),
                organisation,
                Stream.of(teams).map(TeamId::new).toList(),
                languages(speaks),
                phone);
    }

    private static Person other(int number, String handle, String role, String phone) {
        Person.Account account = new Person.Account(handle, subject(number), role);
        return new Person(account, NORTH, List.of(), languages("ru en"), phone);
    }

    private static String subject(int number) {
        return "0a51e000-0000-4000-8000-%012d".formatted(number);
    }

    private static List<LanguageTag> languages(String tags) {
        return Stream.of(tags.split(" ")).map(LanguageTag::new).toList();
    }

    private static List<RegionCode> regions(String codes) {
        return Stream.of(codes.split(" ")).map(RegionCode::new).toList();
    }
}
