package org.stitchery.service.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stitchery.service.account.Browser;
import org.stitchery.service.account.Role;
import org.stitchery.service.account.TestPeople;
import org.stitchery.service.platform.TestDatabase;

/** The owner's pages of machines, as a browser sends and reads them. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MachinePagesTest {

    private static final String PIN = "4711-secret";

    @Inject
    TestPeople people;

    @Inject
    MachinePark park;

    @Inject
    MachineRepository machines;

    @Test
    void everyDriverIsOfferedWithWhatItIsFor() {
        String page = people.browserOf(Role.OWNER).get("/machines/new").asString();

        assertThat(page)
                .contains("Tape reader over serial line or TCP", "Older industrial machines", "Machine folder")
                .contains("Toy &lt;machine&gt;", "/machines/new?driver=toy");
    }

    @Test
    void aDriversFormIsMadeOfItsOwnDescription() {
        String page =
                people.browserOf(Role.OWNER).get("/machines/new?driver=toy").asString();

        assertThat(page)
                .contains(
                        "name=\"setting.pause\" value=\"20\" min=\"0\" max=\"900\"",
                        ">ms<",
                        "Usually 20; from 0 to 900.")
                .contains("name=\"setting.polite\" value=\"true\" checked")
                .contains("<option selected>LF</option><option>CRLF</option>")
                .contains("type=\"password\" name=\"setting.pin\" value=\"\"")
                .contains("Can pause", "By the operator, at the machine&#39;s panel", "Nearly: which line")
                .contains("the machine has answered for every part of the design")
                .contains("serial:/dev/ttyUSB0?baud=9600");
    }

    @Test
    void aMachineIsAddedChangedRetiredAndPutBack() throws IOException {
        Browser owner = people.browserOf(Role.OWNER);
        try (ServerSocket line = listening()) {
            String name = name();
            Response added = toy(owner, name, address(line))
                    .formParam("setting.pause", "20")
                    .formParam("setting.ending", "CRLF")
                    .formParam("dialect", "dst-two-jumps")
                    .formParam("thread.2", "#c8102e Red")
                    .post("/machines");
            assertThat(added.statusCode()).as(added.asString()).isEqualTo(303);
            MachineView machine = called(name);
            assertThat(machine.hoop().name()).isEqualTo("cap 130x60");
            // The box for politeness was not ticked; what is as usual is not kept.
            assertThat(machine.settings()).isEqualTo(Map.of("ending", "CRLF", "polite", "false"));
            assertThat(machine.needleThreads()).hasSize(1);
            assertThat(machine.dialect()).isEqualTo("dst-two-jumps");
            assertThat(owner.get("/machines").asString()).contains(name, address(line));

            String sheet = owner.get("/machines/" + machine.id()).asString();
            assertThat(sheet).contains("<option>LF</option><option selected>CRLF</option>", "#c8102e Red");
            Response changed = toy(owner, name + " II", address(line))
                    .formParam("version", machine.version())
                    .formParam("setting.polite", "true")
                    .post("/machines/" + machine.id());
            assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(303);
            MachineView now = park.find(machine.id()).orElseThrow();
            assertThat(now.name()).isEqualTo(name + " II");
            assertThat(now.settings()).isEmpty();
            assertThat(now.needleThreads()).isEmpty();

            retire(owner, now, false);
            assertThat(park.find(machine.id()).orElseThrow().inService()).isFalse();
            assertThat(owner.get("/machines").asString()).contains("Put back into service");
            retire(owner, park.find(machine.id()).orElseThrow(), true);
            assertThat(park.find(machine.id()).orElseThrow().inService()).isTrue();
            retire(owner, park.find(machine.id()).orElseThrow(), false);
        }
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndWhatWasTypedStays() {
        Response answer = people.browserOf(Role.OWNER)
                .form()
                .formParam("driver", "toy")
                .formParam("name", "")
                .formParam("uri", "tcp://<script>")
                .formParam("heads", "none")
                .formParam("needles", "4")
                .formParam("stitchesPerMinute", "9000")
                .formParam("hoopWidth", "0")
                .formParam("hoopHeight", "60")
                .formParam("hoopKind", "Cap!")
                .formParam("setting.pause", "901")
                .formParam("setting.ending", "CR")
                .formParam("thread.3", "sky")
                .post("/machines");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString())
                .contains("A machine&#39;s name has 1 to 60 characters.")
                .contains("A whole number from 1 to 120.", "A whole number from 50 to 3000.", "from 1 to 9999.")
                .contains("One word in small letters", "A whole number from 0 to 900.", "One of LF, CRLF.")
                .contains("on none of our charts", "value=\"sky\"", "value=\"tcp://&lt;script&gt;\"")
                .doesNotContain("tcp://<script>");
    }

    @Test
    void whatTheParkRefusesIsSaidBesideTheFieldToo() throws IOException {
        Browser owner = people.browserOf(Role.OWNER);
        Response away = toy(owner, name(), "tcp://8.8.8.8:4000").post("/machines");
        assertThat(away.statusCode()).isEqualTo(422);
        assertThat(away.asString()).contains("data-test=\"uri-objection\"", "stitchery.machine.networks");
        try (ServerSocket line = listening()) {
            Response otherTongue = toy(owner, name(), address(line))
                    .formParam("dialect", "u01-nine")
                    .post("/machines");
            assertThat(otherTongue.statusCode()).isEqualTo(422);
            assertThat(otherTongue.asString()).contains("data-test=\"objection-dialect\"", "the driver takes dst");
        }
        Response otherKind = toy(owner, name(), "folder:/srv/designs").post("/machines");
        assertThat(otherKind.statusCode()).isEqualTo(422);
        try (ServerSocket line = listening()) {
            String name = name();
            assertThat(toy(owner, name, address(line)).post("/machines").statusCode())
                    .isEqualTo(303);
            Response twice = toy(owner, name, address(line)).post("/machines");
            assertThat(twice.statusCode()).isEqualTo(409);
            assertThat(twice.asString()).contains("id=\"name-objection\"", "already a machine called");
            MachineView machine = called(name);
            Response late = toy(owner, name, address(line))
                    .formParam("version", machine.version() + 7)
                    .post("/machines/" + machine.id());
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(late.asString()).contains("was changed meanwhile");
            retire(owner, machine, false);
        }
    }

    @Test
    void aSecretIsNeverShownAgainAndStaysUntilAnotherIsTyped() throws IOException {
        Browser owner = people.browserOf(Role.OWNER);
        try (ServerSocket line = listening()) {
            String name = name();
            toy(owner, name, address(line)).formParam("setting.pin", PIN).post("/machines");
            MachineView machine = called(name);

            String sheet = owner.get("/machines/" + machine.id()).asString();
            assertThat(sheet).contains("kept; type to change it").doesNotContain(PIN);
            assertThat(owner.get("/machines").asString()).doesNotContain(PIN);
            assertThat(machine.settings()).doesNotContainKey("pin");
            assertThat(machine.secretsKept()).containsExactly("pin");

            toy(owner, name, address(line))
                    .formParam("version", machine.version())
                    .formParam("setting.pin", "")
                    .formParam("setting.nickname", "Berta")
                    .post("/machines/" + machine.id());
            assertThat(stored(machine.id())).containsEntry("pin", PIN).containsEntry("nickname", "Berta");
            MachineView again = park.find(machine.id()).orElseThrow();
            toy(owner, name, address(line))
                    .formParam("version", again.version())
                    .formParam("setting.pin", "0815")
                    .post("/machines/" + machine.id());
            assertThat(stored(machine.id())).containsEntry("pin", "0815");
            retire(owner, park.find(machine.id()).orElseThrow(), false);
        }
    }

    @Test
    void aLineIsTriedBeforeAnythingIsSaved() throws IOException {
        Browser owner = people.browserOf(Role.OWNER);
        int nobody;
        try (ServerSocket line = listening()) {
            nobody = line.getLocalPort();
            assertThat(tried(owner, address(line))).contains("data-good=\"true\"", "The line opens.");
        }
        assertThat(tried(owner, "tcp://127.0.0.1:" + nobody)).contains("data-good=\"false\"");
        assertThat(tried(owner, "tcp://8.8.8.8:4000")).contains("data-good=\"false\"", "stitchery.machine.networks");
        assertThat(tried(owner, "folder:/tmp")).contains("data-good=\"false\"");
        String whole = tape(owner, "tcp://127.0.0.1:" + nobody)
                .formParam("name", "Not saved yet")
                .post("/machines/try")
                .asString();
        assertThat(whole).contains("data-good=\"false\"", "value=\"Not saved yet\"", "</html>");
    }

    private static String tried(Browser owner, String address) {
        return tape(owner, address)
                .header("HX-Request", "true")
                .post("/machines/try")
                .asString();
    }

    private static RequestSpecification tape(Browser owner, String address) {
        return owner.form().formParam("driver", "tape-reader").formParam("uri", address);
    }

    private static RequestSpecification toy(Browser owner, String name, String address) {
        return owner.form()
                .formParam("driver", "toy")
                .formParam("name", name)
                .formParam("uri", address)
                .formParam("heads", "1")
                .formParam("needles", "6")
                .formParam("stitchesPerMinute", "700")
                .formParam("hoopWidth", "130")
                .formParam("hoopHeight", "60")
                .formParam("hoopKind", "cap");
    }

    private static void retire(Browser owner, MachineView machine, boolean inService) {
        Response answer = owner.form()
                .formParam("version", machine.version())
                .formParam("inService", inService)
                .post("/machines/" + machine.id() + "/service");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
    }

    private MachineView called(String name) {
        return park.all().stream()
                .filter(machine -> machine.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> stored(UUID machineId) {
        return QuarkusTransaction.requiringNew().call(() -> machines.findById(machineId).settings);
    }

    private static String name() {
        return "Toy " + UUID.randomUUID().toString().substring(0, 8);
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 8, InetAddress.getByName("127.0.0.1"));
    }

    private static String address(ServerSocket line) {
        return "tcp://127.0.0.1:" + line.getLocalPort() + "?rate=11520";
    }
}
