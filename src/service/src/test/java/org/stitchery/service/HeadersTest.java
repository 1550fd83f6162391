package org.stitchery.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stitchery.service.account.Browser;
import org.stitchery.service.account.Role;
import org.stitchery.service.account.TestPeople;
import org.stitchery.service.platform.TestDatabase;

/** What every answer carries, good or bad, and what no page may contain. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class HeadersTest {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Inject
    TestPeople people;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/login?failed=yes",
                "/register",
                "/patterns/fox-head",
                "/patterns/none",
                "/nothing/here",
                "/static/stitchery.css",
                "/static/stitchery.js",
                "/_static/htmx.org/2.0.2/dist/htmx.min.js",
                "/api/patterns",
                "/api/orders",
                "/api/openapi",
                "/account",
                "/floor"
            })
    void everyAnswerToAStrangerCarriesTheHeaders(String path) {
        carriesTheHeaders(Browser.anonymous().get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account", "/orders", "/upload", "/floor", "/orders/not-an-id", "/account/people"})
    void everyAnswerToACustomerCarriesTheHeaders(String path) {
        carriesTheHeaders(people.browserOf(Role.CUSTOMER).get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/floor", "/floor/screen", "/orders", "/account/people"})
    void pagesHaveNoInlineScriptOrStyle(String path) {
        String page = people.browserOf(Role.OWNER).get(path).asString();

        assertThat(page)
                .contains("</html>")
                .doesNotContainPattern("<script(?![^>]*\\ssrc=)")
                .doesNotContainPattern("(?i)<style|\\sstyle=|\\son[a-z]+=\"|javascript:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account", "/orders", "/floor"})
    void pagesOfAPersonAreNotKept(String path) {
        assertThat(people.browserOf(Role.OPERATOR).get(path).header("Cache-Control"))
                .contains("no-store");
    }

    private static void carriesTheHeaders(Response answer) {
        assertThat(answer.header("Content-Security-Policy")).isEqualTo(POLICY);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=");
        assertThat(answer.header("Server")).isNull();
        assertThat(given().get("/").header("X-Powered-By")).isNull();
    }
}
