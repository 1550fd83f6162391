package org.stitchery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;

/** What an operator sees and presses on the floor page. */
final class Operator {

    private static final Locator.WaitForOptions GONE =
            new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);

    private final RunningService service;
    private final Page page;

    Operator(RunningService service, Page page) {
        this.service = service;
        this.page = page;
    }

    void lookAtFloor() {
        page.navigate(service.url("/floor"));
        page.getByTestId("machine-card").first().waitFor();
    }

    /** Names of the machines on the page. */
    List<String> machines() {
        return page.getByTestId("machine-card").all().stream()
                .map(card -> card.getAttribute("data-machine"))
                .toList();
    }

    /** What the machine's card is about, empty when nothing is queued there. */
    String titleAt(String machine) {
        Locator title = card(machine).getByTestId("subject").locator("h3");
        return title.count() == 0 ? "" : title.textContent();
    }

    /** Waits until there is something to start at the machine, ticks what has to be ticked and starts. */
    void hoopAndStart(String machine) {
        tick(machine);
        start(machine);
    }

    void tick(String machine) {
        card(machine).getByTestId("run-checked").check();
    }

    boolean isTicked(String machine) {
        return card(machine).getByTestId("run-checked").isChecked();
    }

    /** Waits until the card asks for the tick anew. */
    void waitForFreshTick(String machine) {
        card(machine).locator("[data-test=run-checked]:not(:checked)").waitFor();
    }

    void typeTag(String machine, String tag) {
        card(machine).getByTestId("garment-tag").fill(tag);
    }

    String tagAt(String machine) {
        return card(machine).getByTestId("garment-tag").inputValue();
    }

    /** Presses start and waits until the run has its label. */
    void start(String machine) {
        card(machine).getByTestId("run-start").click();
        card(machine).getByTestId("run-label").waitFor();
    }

    /** Which run the machine's card is about. */
    String runAt(String machine) {
        return card(machine).getByTestId("subject").getAttribute("data-run");
    }

    /** Waits until the card asks for another garment's tick than that run's. */
    void waitForNextAfter(String machine, String run) {
        card(machine)
                .locator("[data-test=subject]:not([data-run='" + run + "'])")
                .waitFor();
        card(machine).getByTestId("run-checked").waitFor();
    }

    /** Starts in the very moment in which news of the machine pours in; the wish must get through. */
    void hoopAndStartAmidNews(String machine) {
        Locator card = card(machine);
        card.getByTestId("run-checked").waitFor();
        card.evaluate("""
                (card) => {
                  const news = () => {
                    for (const kind of ["card", "progress", "card"]) {
                      document.body.dispatchEvent(
                        new CustomEvent("floor-" + kind + "-" + card.id.replace("machine-", "")));
                    }
                  };
                  const form = card.querySelector("form.start");
                  form.querySelector("input[name=checked]").checked = true;
                  news();
                  form.requestSubmit();
                  news();
                  news();
                }""");
        card.getByTestId("run-label").waitFor();
    }

    /** The label under which the run at the machine is known there. */
    String labelAt(String machine) {
        return card(machine).getByTestId("run-label").textContent();
    }

    String runStateAt(String machine) {
        return card(machine).getByTestId("run-state").getAttribute("data-state");
    }

    /** Waits until the run's state is shown, without reloading: the page is live. */
    void waitForRunState(String machine, String state) {
        card(machine).locator("[data-test=run-state][data-state=" + state + "]").waitFor();
    }

    /** Confirms that the machine sewed to its end, and waits until the card is about something else. */
    void finished(String machine) {
        Locator label =
                card(machine).getByTestId("run-label").filter(new Locator.FilterOptions().setHasText(labelAt(machine)));
        card(machine).getByTestId("run-finished").click();
        label.waitFor(GONE);
    }

    /** Presses abort and says yes to the question. */
    void abort(String machine) {
        page.onceDialog(Dialog::accept);
        card(machine).getByTestId("run-abort").click();
    }

    /** Lets all news of a machine arrive in the same moment, again and again, as on a busy floor; the card survives. */
    void hearAllNewsAtOnce(String machine) {
        String id = card(machine).getAttribute("id").replace("machine-", "");
        page.evaluate("""
                async (id) => {
                  for (let i = 0; i < 20; i++) {
                    for (const kind of ["card", "progress", "card"]) {
                      document.body.dispatchEvent(new CustomEvent("floor-" + kind + "-" + id));
                    }
                    await new Promise((resolve) => setTimeout(resolve, 7 * i));
                  }
                }""", id);
        card(machine).waitFor();
    }

    boolean canStartAt(String machine) {
        return card(machine).getByTestId("run-start").count() > 0;
    }

    boolean isSuspectShownAt(String machine) {
        return card(machine).getByTestId("suspect-panel").count() > 0;
    }

    void declareSpoiled(String machine, String reason) {
        card(machine).getByTestId("suspect-reason").fill(reason);
        card(machine).getByTestId("suspect-spoiled").click();
        card(machine).getByTestId("suspect-panel").waitFor(GONE);
        assertThat(isSuspectShownAt(machine)).isFalse();
    }

    Page page() {
        return page;
    }

    private Locator card(String machine) {
        return page.locator("[data-test=machine-card][data-machine='" + machine + "']");
    }
}
