package org.stitchery.service.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stitchery.service.platform.TestDatabase;

/** Who gets in, for how long, and what ends it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SessionTest {

    @Inject
    TestPeople people;

    @Inject
    Accounts accounts;

    @Inject
    LoginThrottle throttle;

    @Test
    void aWrongPasswordLeadsBackToTheLoginWithASentence() {
        TestPeople.Someone someone = people.some(Role.CUSTOMER);
        Response refused = Browser.login(someone.login(), "not the password");

        assertThat(refused.header("Location")).contains("/login?failed=yes");
        assertThat(given().get("/login?failed=yes").asString()).contains("Login and password do not match");
    }

    @Test
    void theLoginIsFoundWhateverItsLetterCase() {
        TestPeople.Someone someone = people.some(Role.CUSTOMER);

        assertThat(Browser.login(someone.login().toUpperCase(java.util.Locale.ROOT), TestPeople.PASSWORD)
                        .header("Location"))
                .endsWith("/welcome");
    }

    @Test
    void theCookieIsHiddenFromScriptsAndFromOtherSites() {
        TestPeople.Someone someone = people.some(Role.CUSTOMER);
        String cookie = Browser.login(someone.login(), TestPeople.PASSWORD).header("Set-Cookie");

        assertThat(cookie).startsWith("stitchery-session=").contains("HTTPOnly").contains("SameSite=Lax");
        assertThat(cookie).doesNotContain(someone.id().toString());
    }

    @Test
    void loggingOutEndsTheSessionsInEveryBrowser() {
        TestPeople.Someone someone = people.some(Role.CUSTOMER);
        Browser here = Browser.loggedIn(someone);
        Browser there = Browser.loggedIn(someone);
        assertThat(there.get("/account").statusCode()).isEqualTo(200);

        assertThat(here.form().post("/logout").statusCode()).isEqualTo(303);

        assertThat(there.get("/account").header("Location")).endsWith("/login");
        assertThat(here.get("/account").header("Location")).endsWith("/login");
        assertThat(there.get("/").statusCode()).as("public pages stay open").isEqualTo(200);
        assertThat(there.get("/login").statusCode()).isEqualTo(200);
    }

    @Test
    void aNewPasswordEndsTheSessionsAndTheOldPasswordInTheApi() {
        Browser browser = people.browserOf(Role.CUSTOMER);
        String login = browser.person().login();
        assertThat(api(login, TestPeople.PASSWORD).statusCode()).isEqualTo(200);

        Response changed = browser.form()
                .formParam("current", TestPeople.PASSWORD)
                .formParam("password", "another quiet needle")
                .post("/account/password");

        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(browser.get("/account").header("Location")).endsWith("/login");
        assertThat(api(login, TestPeople.PASSWORD).statusCode()).isEqualTo(401);
        assertThat(api(login, "another quiet needle").statusCode()).isEqualTo(200);
        assertThat(api(login, TestPeople.PASSWORD).statusCode()).isEqualTo(401);
    }

    @Test
    void aPasswordIsOnlyChangedByWhoKnowsTheOldOne() {
        Browser browser = people.browserOf(Role.CUSTOMER);
        Response refused = browser.form()
                .formParam("current", "a guess of somebody")
                .formParam("password", "another quiet needle")
                .post("/account/password");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("The current password is not right.");
    }

    @Test
    void anotherRoleEndsTheSessionsAndCounts() {
        Browser browser = people.browserOf(Role.CUSTOMER);
        Browser owner = people.browserOf(Role.OWNER);
        String page = "/account/people/" + browser.person().id() + "/role";
        assertThat(owner.form().formParam("role", "operator").post(page).statusCode())
                .isEqualTo(303);

        assertThat(browser.get("/account").header("Location")).endsWith("/login");
        Browser again = Browser.loggedIn(browser.person());
        assertThat(again.get("/floor").statusCode()).isEqualTo(200);
    }

    @Test
    void theOwnerCannotStopBeingOwnerAlone() {
        Browser owner = people.browserOf(Role.OWNER);
        Response refused = owner.form()
                .formParam("role", "customer")
                .post("/account/people/" + owner.person().id() + "/role");

        assertThat(refused.statusCode()).isEqualTo(409);
    }

    @Test
    void whoRegistersIsACustomerAndGetsIn() {
        Browser stranger = Browser.anonymous();
        Response answer = stranger.form()
                .formParams(Map.of(
                        "name",
                        "Ida <b>Nadel</b>",
                        "email",
                        "Ida.Nadel@example.org",
                        "password",
                        "three spools of silk",
                        "role",
                        "owner"))
                .post("/register");

        assertThat(answer.statusCode()).isEqualTo(200);
        Account account =
                accounts.byLogin("ida.nadel@example.org").orElseThrow().toRecord();
        assertThat(account.role()).isEqualTo(Role.CUSTOMER);
        Browser ida = Browser.loggedIn(account.login(), "three spools of silk");
        assertThat(ida.get("/account").asString())
                .contains("Ida &lt;b&gt;Nadel&lt;/b&gt;")
                .doesNotContain("<b>Nadel");
    }

    @Test
    void registeringAnAddressTwiceOrBadlyIsToldAtTheField() {
        TestPeople.Someone someone = people.some(Role.CUSTOMER);
        Response taken = Browser.anonymous()
                .form()
                .formParams(Map.of("name", "Eve", "email", someone.login(), "password", "three spools of silk"))
                .post("/register");
        Response bad = Browser.anonymous()
                .form()
                .formParams(Map.of("name", "", "email", "no address", "password", "short"))
                .post("/register");

        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(taken.asString()).contains("There is an account with this address already");
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.asString())
                .contains("Tell us how to call you")
                .contains("does not look like an e-mail address")
                .contains("Use at least 12 characters");
    }

    @Test
    void apiTakesNoCookieAndPagesTakeNoPasswordInAHeader() {
        Browser browser = people.browserOf(Role.CUSTOMER);

        assertThat(browser.get("/api/orders").statusCode()).isEqualTo(401);
        Response page = given().redirects()
                .follow(false)
                .auth()
                .preemptive()
                .basic(browser.person().login(), TestPeople.PASSWORD)
                .get("/account");
        assertThat(page.statusCode()).isEqualTo(302);
    }

    @Test
    void theSixthWrongPasswordInARowMustWaitEvenIfTheNextIsRight() {
        TestPeople.Someone someone = people.some(Role.CUSTOMER);
        for (int i = 0; i < 6; i++) {
            Browser.login(someone.login(), "a guess number " + i);
        }
        Response right = Browser.login(someone.login(), TestPeople.PASSWORD);

        assertThat(right.header("Location")).contains("/login?failed=yes");
        assertThat(given().get("/login?failed=yes").asString()).contains("Too many wrong passwords. Try again in");
        // All tests sit at one address: the next one must not have to wait.
        throttle.succeeded(someone.login(), "127.0.0.1");
    }

    private static Response api(String login, String password) {
        return given().auth().preemptive().basic(login, password).get("/api/orders");
    }
}
