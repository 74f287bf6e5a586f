package org.ovoz.local.journeys.desk.beside;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ovoz.contracts.Ids;
import org.ovoz.local.journeys.browser.ConsolePage;
import org.ovoz.local.journeys.desk.Look;
import org.ovoz.local.journeys.desk.Offices;
import org.ovoz.local.journeys.desk.PeopleLeave;
import org.ovoz.local.journeys.desk.ReportFromAPhone;
import org.ovoz.local.journeys.leaks.LeakSearch;
import org.ovoz.local.journeys.leaks.Place;
import org.ovoz.local.journeys.leaks.Places;
import org.ovoz.local.journeys.phones.Enclosed;
import org.ovoz.local.journeys.running.FilesBelow;
import org.ovoz.local.journeys.running.RunningStack;

/** What comes with texts is seen and heard on a responder's page, and is nowhere else but in sealed containers. */
class AttachmentIT implements PeopleLeave {
    private static final String TEXT = "Mana, bizni shu yerda ushlab turishibdi.";
    private static final String LIAR = "Yana bitta rasm.";
    private static final String SOUND = "Ovozini eshiting.";

    private final Offices offices = Offices.shared();
    private final RunningStack running = offices.running();
    private final String word = "planted" + Ids.random().toString().replace("-", "");
    private final Enclosed photograph = Recorded.photograph(word);
    private final Enclosed liar = Recorded.liar(word);
    private final Enclosed tone = Recorded.tone(word);

    @Test
    void aPhotographIsDrawnWithoutItsPlaceALiarIsNamedASoundIsPlayedAndNothingOfThemIsOnAnyDisk() throws Exception {
        ReportFromAPhone report = ReportFromAPhone.arrived(running, "vera", "Yordam kerak.");
        report.phone().text(TEXT, photograph);
        report.phone().text(LIAR, liar);
        report.phone().text(SOUND, tone);
        ConsolePage vera = offices.ready("vera");
        List<String> brought = new ArrayList<>();
        vera.page().onRequest(request -> brought.add(pathOf(request)));
        vera.goTo(report.id());
        vera.claim();
        awaitAttachments(vera, 3);
        assertThat(vera.page().locator("canvas, audio").count())
                .as("what is shown unasked")
                .isZero();

        brought.clear();
        Locator picture = open(vera, TEXT);
        picture.locator("canvas").waitFor();
        assertThat(brought).as("an order that brings it").anyMatch(path -> path.endsWith("/orders"));
        assertThat(drawnAnew(picture)).as("what can be saved of it").doesNotContain(word, "Exif", "43.238949");
        Look.near(vera.page(), "attachment-picture", "lines");

        Locator lie = open(vera, LIAR);
        lie.getByTestId("not-shown").waitFor();
        assertThat(lie.getByTestId("not-shown").innerText())
                .isEqualTo("This is a web page, not a picture or a sound. It is not shown here. It was sent as a"
                        + " picture.");
        assertThat(lie.locator("canvas, img, iframe, object, embed").count()).isZero();

        Locator sound = open(vera, SOUND);
        vera.page().waitForCondition(() -> Double.valueOf(1).equals(duration(sound)));
        Look.near(vera.page(), "attachment-others", "attachment");

        assertThat(kept(vera)).as("the browser's own stores").doesNotContain(word);
        assertThat(leaks()).isEmpty();
    }

    /** They come after their texts; what is on its way is looked for again. */
    private static void awaitAttachments(ConsolePage vera, int count) {
        vera.page().waitForCondition(() -> {
            vera.page()
                    .evaluate("document.querySelector('[data-testid=show-news]:enabled,"
                            + " [data-testid=look-again]:enabled')?.click()");
            return vera.the("attachment").count() == count;
        });
    }

    private static Locator open(ConsolePage vera, String text) {
        Locator attachment = vera.the("line")
                .filter(new Locator.FilterOptions().setHasText(text))
                .getByTestId("attachment");
        attachment.getByTestId("attachment-switch").click();
        return attachment;
    }

    /** The picture as somebody would get it who takes it from the page, and what colour it has in its middle. */
    private static String drawnAnew(Locator picture) {
        Object seen = picture.locator("canvas").evaluate("""
            canvas => ({
              size: [canvas.width, canvas.height],
              yellow: canvas.getContext('2d').getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data[0] > 240,
              jpeg: canvas.toDataURL('image/jpeg').split(',')[1],
            })\
            """);
        Map<?, ?> drawn = (Map<?, ?>) seen;
        assertThat(drawn.get("size")).isEqualTo(List.of(Recorded.WIDTH, Recorded.HEIGHT));
        assertThat(drawn.get("yellow")).isEqualTo(true);
        return new String(Base64.getDecoder().decode((String) drawn.get("jpeg")), StandardCharsets.ISO_8859_1);
    }

    private static Object duration(Locator sound) {
        Object seconds = sound.locator("audio").evaluate("audio => audio.duration");
        return seconds instanceof Number number ? number.doubleValue() : seconds;
    }

    private static String kept(ConsolePage vera) {
        return (String) vera.page()
                .evaluate(
                        "JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href, document.title])");
    }

    /** In all that the stack keeps, and in whatever files the browser has. */
    private List<String> leaks() throws Exception {
        LeakSearch search = new LeakSearch(Map.of("a word of the phone's", word));
        for (Enclosed one : List.of(photograph, liar, tone)) {
            assertThat(search.in("what was sent", one.bytes()))
                    .as("were it there it would be found")
                    .isNotEmpty();
        }
        List<Place> places = new ArrayList<>(new Places(running).all());
        int ofTheStack = places.size();
        for (Path file : browsersFiles()) {
            places.add(Place.of("the browser's " + file.getFileName(), file));
        }
        assertThat(places).as("files of the browser among them").hasSizeGreaterThan(ofTheStack);
        return places.stream().flatMap(place -> place.search(search).stream()).toList();
    }

    /** Its folder for everything that it writes down, made anew for each start. */
    private static List<Path> browsersFiles() throws Exception {
        String started = ProcessHandle.current()
                .descendants()
                .flatMap(process -> arguments(process.pid()))
                .filter(argument -> argument.startsWith("--user-data-dir="))
                .findFirst()
                .orElseThrow();
        return FilesBelow.of(Path.of(started.substring(started.indexOf('=') + 1)));
    }

    /** Of a process that may have ended meanwhile. */
    private static Stream<String> arguments(long pid) {
        try {
            return Stream.of(Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .split("\0"));
        } catch (IOException gone) {
            return Stream.empty();
        }
    }

    private static String pathOf(Request request) {
        return URI.create(request.url()).getPath();
    }
}
