package org.stitchery.service.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stitchery.service.account.Browser;
import org.stitchery.service.account.Role;
import org.stitchery.service.account.TestPeople;
import org.stitchery.service.artwork.TestProofs;
import org.stitchery.service.platform.TestDatabase;

/** However often a wish is sent, it is fulfilled once. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OrderedOnceTest {

    private static final int TIMES = 40;

    @Inject
    TestPeople people;

    @Inject
    TestProofs proofs;

    @Inject
    OrderDesk desk;

    @Test
    void theSameKeySentManyTimesAtOnceGivesOneOrderAndManyEqualAnswers() throws Exception {
        TestPeople.Someone ann = people.some(Role.CUSTOMER);
        TestProofs.Ready proof = proofs.of(ann.actor());
        ExecutorService senders = Executors.newFixedThreadPool(10);
        try {
            List<Future<Response>> sent = IntStream.range(0, TIMES)
                    .mapToObj(i -> senders.submit(() -> ForeignIdsTest.order(ann, proof, 2, "my wish")))
                    .toList();
            String first = null;
            for (Future<Response> future : sent) {
                Response answer = future.get();
                assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
                first = first == null ? answer.path("id") : first;
                assertThat(answer.path("id").toString()).isEqualTo(first);
            }
        } finally {
            senders.shutdownNow();
        }
        assertThat(desk.list(ann.actor())).hasSize(1);
    }

    @Test
    void theSameKeyForAnotherWishIsRefused() {
        TestPeople.Someone ann = people.some(Role.CUSTOMER);
        TestProofs.Ready proof = proofs.of(ann.actor());
        ForeignIdsTest.order(ann, proof, 1, "my wish");
        Response other = ForeignIdsTest.order(ann, proof, 2, "my wish");

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.path("code").toString()).isEqualTo("KEY_REUSED");
        assertThat(desk.list(ann.actor())).hasSize(1);
    }

    @Test
    void twoPeopleMayUseTheSameKey() {
        for (int i = 0; i < 2; i++) {
            TestPeople.Someone someone = people.some(Role.CUSTOMER);
            Response answer = ForeignIdsTest.order(someone, proofs.of(someone.actor()), 1, "a common key");
            assertThat(answer.statusCode()).isEqualTo(201);
        }
    }

    @Test
    void aFormSentTwiceOrdersOnce() {
        Browser browser = people.browserOf(Role.CUSTOMER);
        TestProofs.Ready proof = proofs.of(browser.person().actor());
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            Response answer = browser.form()
                    .formParam("design", proof.designSha256())
                    .formParam("quantity", 3)
                    .formParam("order-key", key)
                    .post("/proofs/" + proof.proofId() + "/order");
            assertThat(answer.statusCode()).isEqualTo(303);
        }

        assertThat(desk.list(browser.person().actor())).singleElement().satisfies(order -> {
            assertThat(order.quantity()).isEqualTo(3);
            assertThat(order.lines()).hasSize(1);
        });
    }

    @Test
    void onlyTheDesignThatWasLookedAtIsOrdered() {
        TestPeople.Someone ann = people.some(Role.CUSTOMER);
        TestProofs.Ready proof = proofs.of(ann.actor());
        TestProofs.Ready other = proofs.of(ann.actor());
        Response answer = ForeignIdsTest.order(
                ann, new TestProofs.Ready(proof.artworkId(), proof.proofId(), other.designSha256()), 1, "k");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.path("code").toString()).isEqualTo("PROOF_CHANGED");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 501, Integer.MAX_VALUE})
    void quantitiesOutOfRangeAreRefusedAtBothDoors(int quantity) {
        Browser browser = people.browserOf(Role.CUSTOMER);
        TestProofs.Ready proof = proofs.of(browser.person().actor());
        Response api = ForeignIdsTest.order(browser.person(), proof, quantity, "k");
        Response form = browser.form()
                .formParam("design", proof.designSha256())
                .formParam("quantity", quantity)
                .formParam("order-key", "k")
                .post("/proofs/" + proof.proofId() + "/order");

        assertThat(api.statusCode()).isEqualTo(422);
        assertThat(api.path("code").toString()).isEqualTo("QUANTITY_RANGE");
        assertThat(form.statusCode()).isEqualTo(422);
        assertThat(form.asString()).contains("Order from 1 to 500 garments");
        assertThat(desk.list(browser.person().actor())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"proofId\":\"1\"}", "{\"proofId\":null,\"design\":\"\"}"})
    void aBodyThatIsNoWishIsRefusedWithAProblem(String body) {
        TestPeople.Someone ann = people.some(Role.CUSTOMER);
        Response answer = ForeignIdsTest.api(ann)
                .contentType("application/json")
                .body(body)
                .post("/api/orders");

        assertThat(answer.statusCode()).as(answer.asString()).isIn(400, 422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.path("detail").toString()).isNotBlank();
    }
}
