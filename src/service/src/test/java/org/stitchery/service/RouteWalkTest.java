package org.stitchery.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stitchery.service.account.Browser;
import org.stitchery.service.account.TestPeople;
import org.stitchery.service.platform.TestDatabase;

/** Every route of the service, asked for by everybody. A route that is not on the list fails the build. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RouteWalkTest {

    private static final String ALL = "customer operator planner owner";
    private static final String STAFF = "operator planner owner";
    private static final String AT_MACHINES = "operator planner";
    private static final String NOBODY_SPECIAL = "anonymous customer operator planner owner";

    /** Who may pass; for streams, which never end, only who may not is tried. */
    private static final Map<String, String> MATRIX = matrix();

    @Inject
    TestPeople people;

    private static Map<String, String> matrix() {
        Map<String, String> may = new LinkedHashMap<>();
        for (String open : List.of(
                "GET /",
                "GET /login",
                "GET /register",
                "POST /register",
                "GET /patterns/{slug}",
                "GET /patterns/{slug}/card",
                "GET /patterns/{slug}/picture.png",
                "GET /patterns/{slug}/small.png",
                "GET /typefaces/{face}.png",
                "GET /api/patterns")) {
            may.put(open, NOBODY_SPECIAL);
        }
        for (String own : List.of(
                "GET /welcome",
                "POST /logout",
                "GET /account",
                "POST /account/password",
                "GET /designs/{sha256}/picture.png",
                "GET /designs/{sha256}/small.png",
                "GET /designs/{sha256}/path.bin",
                "GET /proofs/{id}",
                "GET /proofs/{id}/waiting",
                "GET /names/{id}",
                "GET /names/{id}/waiting",
                "GET /orders",
                "GET /orders/{id}",
                "GET /orders/{id}/progress",
                "GET /orders/{id}/events",
                "GET /api/artwork/{id}",
                "GET /api/proofs/{id}",
                "GET /api/proofs/{id}/advice",
                "GET /api/names/{id}",
                "GET /api/designs/{sha256}",
                "GET /api/designs/{sha256}/picture",
                "GET /api/orders",
                "GET /api/orders/{id}")) {
            may.put(own, ALL);
        }
        for (String buying : List.of(
                "GET /upload",
                "GET /studio/{slug}",
                "POST /patterns/{slug}/proof",
                "POST /artwork",
                "GET /artwork/{id}",
                "POST /artwork/{id}/proof",
                "GET /proofs/{id}/price",
                "POST /proofs/{id}/order",
                "POST /proofs/{id}/advice/{number}/accept",
                "POST /names/{id}/order",
                "POST /api/proofs/{id}/advice/{number}/accept",
                "POST /api/artwork",
                "POST /api/artwork/patterns/{slug}",
                "GET /api/artwork",
                "POST /api/artwork/{id}/proofs",
                "POST /api/orders")) {
            may.put(buying, "customer");
        }
        may.put("GET /artwork/{id}/original", "customer planner");
        may.put("POST /orders/{id}/cancel", "customer planner");
        may.put("POST /api/orders/{id}/cancel", "customer planner");
        may.put("POST /orders/{id}/release", AT_MACHINES);
        may.put("POST /api/orders/{id}/release", AT_MACHINES);
        may.put("POST /api/runs/{runId}/pause", AT_MACHINES);
        may.put("POST /api/runs/{runId}/{action}", AT_MACHINES);
        may.put("GET /api/drivers/refused", "owner");
        may.put("POST /api/machines", "owner");
        may.put("PUT /api/machines/{machineId}", "owner");
        may.put("PUT /api/machines/{machineId}/service", STAFF);
        may.put("PUT /api/machines/{machineId}/threads", STAFF);
        may.put("GET /account/people", "owner");
        for (String machines : List.of(
                "GET /machines",
                "POST /machines",
                "GET /machines/new",
                "POST /machines/try",
                "GET /machines/{machineId}",
                "POST /machines/{machineId}",
                "GET /machines/{machineId}/driver",
                "POST /machines/{machineId}/service")) {
            may.put(machines, "owner");
        }
        may.put("POST /account/people/{id}/role", "owner");
        for (String floor : List.of(
                "GET /floor",
                "GET /floor/screen",
                "GET /floor/news",
                "GET /floor/unassigned",
                "GET /floor/machines/{machineId}",
                "GET /floor/machines/{machineId}/progress",
                "GET /floor/machines/{machineId}/tile",
                "GET /api/machines",
                "GET /api/machines/drivers",
                "GET /api/drivers",
                "GET /api/machines/{machineId}",
                "GET /api/queues",
                "GET /api/queues/unassigned",
                "GET /api/queues/{machineId}",
                "GET /api/runs/{runId}",
                "GET /api/runs/{runId}/history",
                "GET /api/runs/{runId}/needles",
                "POST /api/runs/{runId}/abort",
                "GET /floor/runs/{runId}/work-order",
                "POST /floor/runs/{runId}/abort")) {
            may.put(floor, STAFF);
        }
        for (String command : List.of(
                "hooped-and-start",
                "pause",
                "resume",
                "give-up",
                "finished",
                "disarm",
                "resolve",
                "assign",
                "unassign",
                "hold",
                "unhold")) {
            may.put("POST /floor/runs/{runId}/" + command, AT_MACHINES);
        }
        return may;
    }

    @Test
    void everyRouteIsOnTheListAndNothingElseIs() {
        assertThat(new TreeSet<>(routes().keySet())).isEqualTo(new TreeSet<>(MATRIX.keySet()));
    }

    @Test
    void everyRouteLetsExactlyThoseInWhoMay() {
        Map<String, Browser> browsers = new HashMap<>();
        for (String role : NOBODY_SPECIAL.split(" ")) {
            browsers.put(role, role.equals("anonymous") ? Browser.anonymous() : people.browserOf(role));
        }
        List<String> wrong = new ArrayList<>();
        MATRIX.forEach((route, may) -> browsers.forEach((role, browser) -> {
            boolean allowed = Set.of(may.split(" ")).contains(role);
            boolean endless = route.endsWith("/events") || route.endsWith("/news");
            boolean endsTheSession = route.equals("POST /logout") && allowed;
            if (endsTheSession || endless && allowed) {
                return;
            }
            Response answer = ask(route, role, browser);
            if (isLetIn(answer) != allowed) {
                wrong.add(route + " as " + role + ": " + answer.statusCode() + " " + answer.header("Location"));
            }
        }));
        assertThat(wrong).isEmpty();
    }

    private static Response ask(String route, String role, Browser browser) {
        String path = route.substring(route.indexOf(' ') + 1)
                .replace("{slug}", "honey-bee")
                .replace("{sha256}", "0".repeat(64))
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        if (path.startsWith("/api/")) {
            var request = given().redirects().follow(false);
            if (!role.equals("anonymous")) {
                request.auth().preemptive().basic(browser.person().login(), TestPeople.PASSWORD);
            }
            return switch (route.substring(0, route.indexOf(' '))) {
                case "GET" -> request.get(path);
                case "PUT" -> request.contentType("application/json").body("{}").put(path);
                case "DELETE" -> request.delete(path);
                default ->
                    path.equals("/api/artwork")
                            ? request.multiPart("file", "a.svg", new byte[0]).post(path)
                            : request.contentType("application/json").body("{}").post(path);
            };
        }
        if (route.startsWith("GET")) {
            return browser.get(path);
        }
        return path.equals("/artwork")
                ? browser.request()
                        .multiPart("form-token", browser.token())
                        .multiPart("file", "a.svg", new byte[0])
                        .post(path)
                : browser.form().post(path);
    }

    private static boolean isLetIn(Response answer) {
        boolean toLogin = answer.statusCode() == 302
                && String.valueOf(answer.header("Location")).endsWith("/login");
        return !toLogin && answer.statusCode() != 401 && answer.statusCode() != 403;
    }

    private static Map<String, String> routes() {
        Map<String, String> routes = new TreeMap<>();
        for (JavaClass resource : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.stitchery.service")) {
            if (resource.isAnnotatedWith(Path.class)) {
                String root = resource.getAnnotationOfType(Path.class).value();
                for (JavaMethod method : resource.getMethods()) {
                    Stream.of(GET.class, POST.class, PUT.class, DELETE.class)
                            .filter(method::isAnnotatedWith)
                            .forEach(verb -> routes.put(route(verb, root, method), method.getFullName()));
                }
            }
        }
        return routes;
    }

    private static String route(Class<? extends Annotation> verb, String root, JavaMethod method) {
        String own = method.isAnnotatedWith(Path.class)
                ? method.getAnnotationOfType(Path.class).value()
                : "";
        String path = ("/" + root + "/" + own)
                .replaceAll("\\{(\\w+):[^{}]*(?:\\{\\d+})?[^{}]*}", "{$1}")
                .replaceAll("/+", "/");
        return verb.getSimpleName() + " " + (path.length() > 1 ? path.replaceAll("/$", "") : path);
    }
}
