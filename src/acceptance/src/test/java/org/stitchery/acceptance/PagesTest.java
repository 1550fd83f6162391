package org.stitchery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page on a desk and on a telephone: nothing sticks out sideways, no picture is missing, no script complains. The
 * pictures taken on the way lie in {@code target/pages}, to be looked at.
 */
class PagesTest {

    private static final Path PICTURES = Path.of("target/pages");
    private static final int[] WIDTHS = {1280, 390};

    private final List<String> faults = new ArrayList<>();

    @Test
    void everyPageFitsADeskAndATelephone(@TempDir Path folder) throws Exception {
        Files.createDirectories(PICTURES);
        Path drawing = folder.resolve("a very long name of a drawing that somebody saved in a hurry, final 2.svg");
        Files.writeString(drawing, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40" width="60mm" height="40mm">
                  <rect x="5" y="5" width="50" height="30" rx="6" fill="#1d4f91"/><text x="9" y="20">Words</text>
                  <circle cx="30" cy="20" r="9" fill="#f2b632"/>
                </svg>
                """);
        try (RunningService service = RunningService.start(
                        folder.resolve("data"),
                        Map.of(
                                "STITCHERY_DEMO_SPEED_UP",
                                "6",
                                "STITCHERY_PATTERNS_FILL_AT_START",
                                "true",
                                "STITCHERY_ACCOUNT_BCRYPT_COST",
                                "12"));
                Browser browser = new Browser().withOurTestIds()) {
            Page stranger = browser.stranger();
            awaitGallery(service);
            for (String path : List.of("/", "/login", "/register", "/patterns/honey-bee", "/nothing/here")) {
                look(service, stranger, path, "stranger" + path.replace('/', '-'));
            }
            Page customer = browser.loggedIn(service, "customer");
            new Customer(service, customer).orderPattern("honey-bee", 80, 3);
            String order = customer.url().substring(service.url("").length());
            look(service, customer, order, "customer-order-waiting");
            customer.navigate(service.url("/upload"));
            customer.getByTestId("upload-file").setInputFiles(drawing);
            customer.getByTestId("upload-submit").click();
            customer.getByTestId("digitize").waitFor();
            look(customer, "customer-studio-upload");
            customer.getByTestId("digitize").click();
            customer.getByTestId("proof-stitches").waitFor();
            look(customer, "customer-proof");
            for (String path : List.of("/", "/orders", "/upload", "/account", "/patterns/koi")) {
                look(service, customer, path, "customer" + path.replace('/', '-'));
            }

            Page floor = browser.loggedIn(service, "operator");
            Operator operator = new Operator(service, floor);
            operator.lookAtFloor();
            String machine = operator.machines().stream()
                    .filter(operator::canStartAt)
                    .findFirst()
                    .orElseThrow();
            look(floor, "floor-ready");
            operator.hoopAndStart(machine);
            new Needle(service.data()).waitForPenetrations(operator.labelAt(machine), 400);
            look(floor, "floor-sewing");
            look(service, customer, order, "customer-order-sewing");
            look(service, floor, "/floor/screen", "floor-screen");
            operator.lookAtFloor();
            operator.abort(machine);
            operator.waitForRunState(machine, "SUSPECT");
            look(floor, "floor-suspect");
            look(service, customer, order, "customer-order-suspect");
            floor.locator("a[href*=work-order]").first().click();
            look(floor, "floor-work-order");
            look(service, floor, "/orders", "floor-orders");

            Page owner = browser.loggedIn(service, "owner");
            for (String path :
                    List.of("/account/people", "/floor", "/orders", "/account", "/machines", "/machines/new")) {
                look(service, owner, path, "owner" + path.replace('/', '-'));
            }
            look(service, owner, "/machines/new?driver=tape-reader", "owner-machine-tape-reader");
            owner.getByTestId("machine-uri").fill("tcp://127.0.0.1:1");
            owner.getByTestId("machine-try").click();
            owner.getByTestId("trial").waitFor();
            owner.getByTestId("machine-heads").fill("121");
            owner.getByTestId("machine-save").click();
            owner.getByTestId("machine-objection").waitFor();
            look(owner, "owner-machine-wrong");
            owner.navigate(service.url("/machines"));
            owner.getByTestId("machine-change").first().click();
            owner.getByTestId("machine-try").click();
            owner.getByTestId("trial").waitFor();
            look(owner, "owner-machine-serial");
            assertThat(browser.complaints())
                    .filteredOn(complaint -> !complaint.contains("/nothing/here"))
                    // The browser's word for a form that comes back with objections, as one here does.
                    .filteredOn(complaint -> !complaint.contains("status of 422"))
                    .isEmpty();
        }
        assertThat(faults).isEmpty();
    }

    /** The patterns are sewn for their pictures while the service is already open. Asked without a browser's work. */
    private static void awaitGallery(RunningService service) {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest gallery =
                HttpRequest.newBuilder(URI.create(service.url("/"))).build();
        Awaitility.await("every pattern has its picture")
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    HttpResponse<String> now = client.send(gallery, BodyHandlers.ofString());
                    return now.statusCode() == 200 && !now.body().contains("being stitched");
                });
    }

    /** The addresses of the pictures that do not come, however long the page waits for them. */
    private static String missing(Page page) {
        // Eager, because scrolling past a lazy picture in one leap never asks for it.
        // Not waitForFunction: it needs eval, which our own policy forbids the page.
        page.evaluate("""
                Promise.all(Array.from(document.images, (image) => {
                  image.loading = "eager";
                  return image.decode().catch(() => {});
                }))""");
        return (String) page.evaluate("Array.from(document.images).filter((image) => !image.naturalWidth)"
                + ".map((image) => image.src).join(' ')");
    }

    private void look(RunningService service, Page page, String path, String name) {
        page.navigate(service.url(path));
        look(page, name);
    }

    private void look(Page page, String name) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, width > 600 ? 1000 : 844);
            String missing = missing(page);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(name + "-" + width + ".png"))
                    .setFullPage(true));
            Object wide = page.evaluate("document.documentElement.scrollWidth");
            if (((Number) wide).intValue() > width) {
                faults.add(name + " is " + wide + " pixels wide on a screen of " + width + ", because of "
                        + page.evaluate(WHAT_STICKS_OUT));
            }
            if (!missing.isEmpty()) {
                faults.add(name + " lacks " + missing);
            }
        }
        page.setViewportSize(1280, 1000);
    }

    private static final String WHAT_STICKS_OUT = """
            Array.from(document.body.querySelectorAll("*"))
              .filter((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
              .slice(0, 5).map((e) => e.tagName + "." + e.className).join(" ")""";
}
