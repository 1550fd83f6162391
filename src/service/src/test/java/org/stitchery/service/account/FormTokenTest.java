package org.stitchery.service.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stitchery.service.platform.TestDatabase;

/** No other site can press a button here. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FormTokenTest {

    private static final String RUN = "/floor/runs/00000000-0000-0000-0000-000000000001/";

    @Inject
    TestPeople people;

    @Inject
    Accounts accounts;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/logout",
                "/account/password",
                "/patterns/honey-bee/proof",
                "/artwork/00000000-0000-0000-0000-000000000001/proof",
                "/proofs/00000000-0000-0000-0000-000000000001/order",
                "/orders/00000000-0000-0000-0000-000000000001/cancel"
            })
    void aCustomersFormWithoutAnothersOrAStaleTokenIsRefused(String path) {
        Browser browser = people.browserOf(Role.CUSTOMER);
        String another = people.browserOf(Role.CUSTOMER).token();
        String stale = browser.token();
        accounts.endSessions(browser.person().id());
        Browser later = Browser.loggedIn(browser.person());

        assertThat(refusal(later.request().post(path))).isEqualTo("FORM_TOKEN");
        assertThat(refusal(later.request().formParam("form-token", another).post(path)))
                .isEqualTo("FORM_TOKEN");
        assertThat(refusal(later.request().formParam("form-token", stale).post(path)))
                .isEqualTo("FORM_TOKEN");
        assertThat(later.get("/account").statusCode())
                .as("nothing has happened, not even a logout")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hooped-and-start",
                "pause",
                "resume",
                "abort",
                "give-up",
                "finished",
                "disarm",
                "resolve",
                "assign",
                "unassign",
                "hold",
                "unhold"
            })
    void noButtonOfTheFloorWorksWithoutAToken(String command) {
        Browser operator = people.browserOf(Role.OPERATOR);

        assertThat(refusal(operator.request().post(RUN + command))).isEqualTo("FORM_TOKEN");
    }

    @Test
    void anUploadNeedsTheTokenToo() {
        Browser browser = people.browserOf(Role.CUSTOMER);
        Response refused = browser.request()
                .multiPart("file", "a.svg", "<svg/>".getBytes())
                .post("/artwork");

        assertThat(refusal(refused)).isEqualTo("FORM_TOKEN");
    }

    @Test
    void theTokenMayComeAsAHeader() {
        Browser browser = people.browserOf(Role.CUSTOMER);
        Response answer = browser.request()
                .header(FormToken.HEADER, browser.token())
                .post("/orders/00000000-0000-0000-0000-000000000001/cancel");

        assertThat(refusal(answer)).isEqualTo("ORDER_UNKNOWN");
    }

    @Test
    void whatAnotherSiteSendsIsRefusedBeforeAnybodyLooksAtIt() {
        TestPeople.Someone someone = people.some(Role.CUSTOMER);
        Response login = given().redirects()
                .follow(false)
                .header("Origin", "https://elsewhere.example")
                .formParam("login", someone.login())
                .formParam("password", TestPeople.PASSWORD)
                .post("/login");
        Response fetched = given().header("Sec-Fetch-Site", "cross-site").post("/register");
        Response api = given().auth()
                .preemptive()
                .basic(someone.login(), TestPeople.PASSWORD)
                .header("Origin", "https://elsewhere.example")
                .contentType("application/json")
                .body("{}")
                .post("/api/orders");

        assertThat(login.statusCode()).isEqualTo(403);
        assertThat(login.header("Set-Cookie")).isNull();
        assertThat(fetched.statusCode()).isEqualTo(403);
        assertThat(api.statusCode()).isEqualTo(403);
    }

    private static String refusal(Response answer) {
        String page = answer.asString();
        int code = page.indexOf("data-code=\"");
        return code < 0
                ? "none, status " + answer.statusCode()
                : page.substring(code + 11, page.indexOf('"', code + 11));
    }
}
