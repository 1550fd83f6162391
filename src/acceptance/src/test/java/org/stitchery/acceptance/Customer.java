package org.stitchery.acceptance;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** What a customer does in the portal. */
final class Customer {

    private final RunningService service;
    private final Page page;

    Customer(RunningService service, Page page) {
        this.service = service;
        this.page = page;
    }

    /** Chooses a pattern of the library and leaves every choice as offered. */
    void orderPattern(String slug, int widthMm, int garments) {
        page.navigate(service.url("/studio/" + slug));
        makeStitches(widthMm);
        approveAndOrder(garments);
    }

    /** Uploads a drawing. */
    void orderDrawing(Path svg, int widthMm, int garments) {
        page.navigate(service.url("/upload"));
        page.getByTestId("upload-file").setInputFiles(svg);
        page.getByTestId("upload-submit").click();
        makeStitches(widthMm);
        approveAndOrder(garments);
    }

    /** What the page says of the order it shows. */
    String orderState() {
        return page.getByTestId("order-state").first().getAttribute("data-state");
    }

    Page page() {
        return page;
    }

    private void makeStitches(int widthMm) {
        page.getByTestId("width").fill(String.valueOf(widthMm));
        page.getByTestId("digitize").click();
        page.getByTestId("proof-stitches").waitFor();
    }

    private void approveAndOrder(int garments) {
        page.getByTestId("quantity").fill(String.valueOf(garments));
        page.getByTestId("approve-and-order").click();
        page.getByTestId("order-page").waitFor();
    }
}
