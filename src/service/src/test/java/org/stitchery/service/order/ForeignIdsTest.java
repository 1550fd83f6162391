package org.stitchery.service.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stitchery.service.account.Browser;
import org.stitchery.service.account.Role;
import org.stitchery.service.account.TestPeople;
import org.stitchery.service.artwork.TestProofs;
import org.stitchery.service.platform.TestDatabase;

/** What belongs to another customer cannot be told from what does not exist. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ForeignIdsTest {

    @Inject
    TestPeople people;

    @Inject
    TestProofs proofs;

    @Inject
    OrderDesk desk;

    @Test
    void anothersDrawingsProofsDesignsAndOrdersAreNotFoundAndStayAsTheyAre() {
        TestPeople.Someone ann = people.some(Role.CUSTOMER);
        TestPeople.Someone eve = people.some(Role.CUSTOMER);
        TestProofs.Ready proof = proofs.of(ann.actor());
        TestProofs.Ready another = proofs.of(ann.actor());
        OrderView order = desk.place(proof.proofId(), proof.designSha256(), 1, null, ann.actor());
        Browser browser = Browser.loggedIn(eve);
        Map<String, Response> answers = new LinkedHashMap<>();
        for (String page : List.of(
                "/artwork/" + proof.artworkId(),
                "/artwork/" + proof.artworkId() + "/original",
                "/proofs/" + proof.proofId(),
                "/proofs/" + proof.proofId() + "/waiting",
                "/proofs/" + proof.proofId() + "/price?quantity=2",
                "/designs/" + proof.designSha256() + "/picture.png",
                "/designs/" + proof.designSha256() + "/small.png",
                "/designs/" + proof.designSha256() + "/path.bin",
                "/orders/" + order.id(),
                "/orders/" + order.id() + "/progress",
                "/orders/" + order.id() + "/events")) {
            answers.put(page, browser.get(page));
        }
        for (String read : List.of(
                "/api/artwork/" + proof.artworkId(),
                "/api/proofs/" + proof.proofId(),
                "/api/proofs/" + proof.proofId() + "/advice",
                "/api/designs/" + proof.designSha256(),
                "/api/designs/" + proof.designSha256() + "/picture",
                "/api/orders/" + order.id())) {
            answers.put(read, api(eve).get(read));
        }
        answers.put("form proof", browser.form().post("/artwork/" + proof.artworkId() + "/proof"));
        answers.put(
                "form order",
                browser.form()
                        .formParam("design", another.designSha256())
                        .formParam("quantity", 1)
                        .post("/proofs/" + another.proofId() + "/order"));
        answers.put("form accept", browser.form().post("/proofs/" + proof.proofId() + "/advice/1/accept"));
        answers.put("api accept", api(eve).post("/api/proofs/" + proof.proofId() + "/advice/1/accept"));
        answers.put("form cancel", browser.form().post("/orders/" + order.id() + "/cancel"));
        answers.put(
                "api proof",
                api(eve).contentType("application/json")
                        .body("{\"widthMm\":50}")
                        .post("/api/artwork/" + proof.artworkId() + "/proofs"));
        answers.put("api order", order(eve, another, 1, "k"));
        answers.put("api cancel", api(eve).post("/api/orders/" + order.id() + "/cancel"));

        answers.forEach(
                (what, answer) -> assertThat(answer.statusCode()).as(what).isEqualTo(404));
        assertThat(desk.find(order.id(), ann.actor()).orElseThrow().state()).isEqualTo(order.state());
        assertThat(desk.list(eve.actor())).isEmpty();
    }

    @Test
    void aForeignIdIsAnsweredWordForWordAsAnUnknownOne() {
        TestPeople.Someone ann = people.some(Role.CUSTOMER);
        TestPeople.Someone eve = people.some(Role.CUSTOMER);
        TestProofs.Ready proof = proofs.of(ann.actor());
        for (String path : List.of("/api/artwork/", "/api/proofs/")) {
            UUID id = path.contains("proofs") ? proof.proofId() : proof.artworkId();
            Response foreign = api(eve).get(path + id);
            Response unknown = api(eve).get(path + UUID.randomUUID());

            assertThat(foreign.path("code").toString()).isEqualTo(unknown.path("code"));
            assertThat(foreign.path("detail").toString()).isEqualTo(unknown.path("detail"));
        }
    }

    @Test
    void whatIsNoIdAtAllIsNotFoundEither() {
        TestPeople.Someone ann = people.some(Role.CUSTOMER);
        for (String path : List.of("/api/orders/1", "/api/proofs/%27%20or%201=1", "/api/artwork/..%2F..%2Fetc")) {
            assertThat(api(ann).get(path).statusCode()).as(path).isIn(400, 404);
        }
    }

    static RequestSpecification api(TestPeople.Someone someone) {
        return given().urlEncodingEnabled(false).auth().preemptive().basic(someone.login(), TestPeople.PASSWORD);
    }

    static Response order(TestPeople.Someone someone, TestProofs.Ready proof, int quantity, String key) {
        return api(someone)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(Map.of("proofId", proof.proofId(), "design", proof.designSha256(), "quantity", quantity))
                .post("/api/orders");
    }
}
