package org.ovoz.notify.statistics;

/** What a row may say, as patterns: nothing else gets in, so nobody can be described in one. The console ticks the same codes. */
final class Codes {

    static final String MONTH = "20[0-9]{2}-(0[1-9]|1[0-2])";
    static final String COUNTRY = "[A-Z]{2}";
    static final String ROLE = "affected|relative|witness|former|professional";
    static final String EXPLOITATION =
            "forced-labour|sexual|child-labour|forced-marriage|servitude|military|organ-removal|begging|adoption|surrogacy|other";
    static final String SECTOR =
            "construction|manufacturing|logging|textile|transport|maritime|agriculture|herding|tobacco|cotton|retail"
                    + "|restaurants|waste|street-sweeping|domestic|nannies|call-centres|begging|drugs|scam|hotels|work-houses|prison|military"
                    + "|drones|day-labour|other";
    static final String INDICATOR =
            "vulnerability|deception|movement|isolation|violence|threats|documents|wages|debt|conditions|overtime";
    static final String DETAIL =
            "phone-taken|forced-to-beat|forced-abortion|child-taken|sold|ransom|returned-by-police|contract-switched"
                    + "|recruitment-fee|beaten|sexual-violence|threat-police|threat-family|locked-in|watched|no-medical|no-food|drugged|humiliated";
    static final String NEED =
            "shelter|food|legal|medical|psychosocial|interpretation|documents|wages|repatriation|compensation|consular"
                    + "|forensic|reintegration|sexual-violence|employment|financial|maternity|safe-exit|deportation|protection";
    static final String STATUS = "possible|actual|not";
    static final String DECIDED_BY = "ngo|police|court|state|other";
    static final String SEX = "female|male|trans-female|trans-male|non-conforming|unknown";
    static final String AGE = "0-13|14-17|18-24|25-34|35-49|50-plus|child|adult|unknown";
    static final String MIGRATION = "citizen|regular|irregular|expired|asylum|stateless|unknown";
    static final String BODY = "police|prosecutor|court|labour-inspection|migration|ombudsman|consulate|other";
    static final String OUTCOME = "registered|refused|no-answer|unknown";

    private Codes() {}
}
