package org.ovoz.local.launcher.parts;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ovoz.local.carrier.CarrierMain;
import org.ovoz.local.launcher.demo.DemoWorld;
import org.ovoz.local.mailbox.MailboxMain;
import org.ovoz.local.servers.process.FreePorts;
import org.ovoz.local.servers.process.HttpHealth;
import org.ovoz.local.servers.process.JavaCommand;
import org.ovoz.local.servers.process.ServiceProcess;

/** What plays the outside world: the carrier with its phones, and the mail server. */
public final class StandIns {
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final List<String> JAVA_OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx64m");

    private final Surroundings here;

    public StandIns(Surroundings here) {
        this.here = here;
    }

    public ServiceProcess carrier() {
        return start("carrier", CarrierMain.class, carrierVariables(), Port.CARRIER);
    }

    public ServiceProcess mailbox() {
        FreePorts.require(here.ports().of(Port.SMTP), "the mailbox's SMTP");
        Map<String, String> variables = Map.of(
                "OVOZ_SMTP_PORT", "" + here.ports().of(Port.SMTP),
                "OVOZ_MAILBOX_PORT", "" + here.ports().of(Port.MAILBOX));
        return start("mailbox", MailboxMain.class, variables, Port.MAILBOX);
    }

    private ServiceProcess start(String name, Class<?> main, Map<String, String> variables, Port page) {
        FreePorts.require(here.ports().of(page), name);
        List<Path> classPath = Stream.of(
                        System.getProperty("java.class.path", "").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        ServiceProcess process = ServiceProcess.start(
                name, JavaCommand.main(JAVA_OPTIONS, classPath, main.getName()), variables, here.directory());
        process.awaitReady(READY_WITHIN, new HttpHealth(URI.create(here.ports().http(page) + "/")));
        return process;
    }

    private Map<String, String> carrierVariables() {
        CarrierAccounts accounts = new CarrierAccounts(here.secrets());
        String intake = here.ports().http(Port.INTAKE);
        Map<String, String> all = new HashMap<>();
        all.put("OVOZ_CARRIER_PORT", "" + here.ports().of(Port.CARRIER));
        all.put("OVOZ_CARRIER_JOURNAL", here.directory().data("carrier.journal").toString());
        all.put("OVOZ_CARRIER_PHONES", phones());
        all.put("OVOZ_TWILIO_ACCOUNT_SID", accounts.hotline().sid());
        all.put("OVOZ_TWILIO_AUTH_TOKEN", accounts.hotline().token().value());
        all.put("OVOZ_LINE_NUMBERS", DemoWorld.HOTLINE);
        all.put("OVOZ_CARRIER_SMS_URL", intake + "/twilio/sms");
        all.put("OVOZ_STAFF_TWILIO_ACCOUNT_SID", accounts.staff().sid());
        all.put("OVOZ_STAFF_TWILIO_AUTH_TOKEN", accounts.staff().token().value());
        all.put("OVOZ_STAFF_NUMBER", DemoWorld.STAFF_NUMBER);
        all.put("OVOZ_CARRIER_STAFF_SMS_URL", here.ports().http(Port.DESK) + "/twilio/staff/sms");
        return all;
    }

    private static String phones() {
        Stream<String> reporters = DemoWorld.REPORTERS.stream().map(number -> number + "=reporter:" + number);
        Stream<String> staff = DemoWorld.PEOPLE.stream()
                .filter(person -> !person.number().isEmpty())
                .map(person -> person.number() + "=staff:" + person.handle());
        return Stream.concat(reporters, staff).collect(Collectors.joining(","));
    }
}
