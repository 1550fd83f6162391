package org.stitchery.acceptance;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Debian's Chromium, headless; each person gets a context of their own, so that sessions do not mix. */
final class Browser implements AutoCloseable {

    static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private static final double PATIENCE_MS = 60_000;

    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    Browser() {
        if (!Files.isExecutable(CHROMIUM)) {
            throw new IllegalStateException(CHROMIUM + " is missing: apt-get install chromium, or run .ci/run");
        }
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** A new window in which nobody is logged in. */
    Page stranger() {
        return window("stranger");
    }

    /** A new window in which this person is logged in. */
    Page loggedIn(RunningService service, String login) {
        Page page = window(login);
        page.navigate(service.url("/login"));
        String password = page.getByTestId("demo-password").textContent();
        page.getByTestId("login-name").fill(login);
        page.getByTestId("login-password").fill(password);
        page.getByTestId("login-submit").click();
        page.getByTestId("nav-account").waitFor();
        return page;
    }

    private Page window(String whose) {
        BrowserContext context = chromium.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1280, 1000));
        context.setDefaultTimeout(PATIENCE_MS);
        context.setDefaultNavigationTimeout(PATIENCE_MS);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(whose + " at " + page.url() + ": " + message.text());
            }
        });
        page.onPageError(thrown -> complaints.add(whose + " at " + page.url() + ": " + thrown));
        return page;
    }

    /** Errors that any page has written to its console so far, breaches of the content security policy included. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    /** Makes {@code getByTestId} read our own attribute. */
    Browser withOurTestIds() {
        playwright.selectors().setTestIdAttribute("data-test");
        return this;
    }
}
