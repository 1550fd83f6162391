package org.stitchery.service.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.Cookies;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A person's browser: keeps the session cookie, fills the form token in, follows no redirect by itself. */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"");

    private final TestPeople.@Nullable Someone person;
    private final Cookies cookies;

    private Browser(TestPeople.@Nullable Someone person, Cookies cookies) {
        this.person = person;
        this.cookies = cookies;
    }

    public static Browser anonymous() {
        return new Browser(null, new Cookies());
    }

    public static Browser loggedIn(TestPeople.Someone person) {
        return new Browser(person, cookiesOf(person.login(), TestPeople.PASSWORD));
    }

    static Browser loggedIn(String login, String password) {
        return new Browser(new TestPeople.Someone(new UUID(0, 0), login, ""), cookiesOf(login, password));
    }

    private static Cookies cookiesOf(String login, String password) {
        Response answer = login(login, password);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/welcome");
        return answer.detailedCookies();
    }

    /** Sends the login form. */
    public static Response login(String login, String password) {
        return given().redirects()
                .follow(false)
                .formParam("login", login)
                .formParam("password", password)
                .post("/login");
    }

    public TestPeople.Someone person() {
        if (person == null) {
            throw new IllegalStateException("Nobody is logged in here");
        }
        return person;
    }

    /** A request as the browser sends it, without a form token. */
    public RequestSpecification request() {
        return given().redirects().follow(false).cookies(cookies).accept("text/html,*/*;q=0.1");
    }

    public Response get(String path) {
        return request().get(path);
    }

    /** A request with the form token in it. */
    public RequestSpecification form() {
        return request().formParam("form-token", token());
    }

    public String token() {
        String page = get(person == null ? "/register" : "/account").asString();
        Matcher token = TOKEN.matcher(page);
        assertThat(token.find()).as("form token in %s", page).isTrue();
        return token.group(1);
    }
}
