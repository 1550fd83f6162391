package org.stitchery.service.machine;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stitchery.service.Eventually;
import org.stitchery.service.account.Role;
import org.stitchery.service.account.TestPeople;
import org.stitchery.service.platform.TestDatabase;

/** Addresses at which there is no machine: the owner or the operator reads what is wrong, where, and what to do. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WrongAddressTest {

    @Inject
    TestPeople people;

    @Inject
    MachinePark park;

    private final List<MachineView> added = new ArrayList<>();

    @AfterEach
    void takeThemOutOfService() {
        TestPeople.Someone owner = people.some(Role.OWNER);
        for (MachineView machine : added) {
            park.service(machine.id(), park.find(machine.id()).orElseThrow().version(), false, owner.actor());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|serial:/dev/..., tcp://host:port",
                "tcp//127.0.0.1:4000|serial:/dev/..., tcp://host:port",
                "ftp://127.0.0.1:4000|ftp://user@host/folder",
                "tcp://127.0.0.1|port",
                "tcp://127.0.0.1:99999|port",
                "tcp://127.0.0.1:80|stitchery.machine.ports",
                "tcp://8.8.8.8:4000|stitchery.machine.networks",
                "tcp://[fe80::1%eth0]:4000|",
                "serial:/etc/passwd|stitchery.machine.devices",
                "serial:/dev/ttyUSB0/../../etc/passwd|stitchery.machine.devices",
                "serial:/dev/ttyUSB0?baud=fast|baud",
                "pty:/tmp/machine|serial:"
            })
    void anAddressThatIsNoneIsRefusedInASentence(String uri, String words) {
        Response answer = add(uri);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.path("detail").toString()).contains(words == null ? "" : words);
        assertThat(park.all()).noneMatch(machine -> machine.uri().equals(uri));
    }

    @Test
    void aPortThatDoesNotExistIsNamedWithTheWayOut() {
        assertThat(detail(added("serial:/dev/ttyUSB97"), MachineState.OFFLINE))
                .contains("/dev/ttyUSB97", "no such serial port", "plugged in");
    }

    @Test
    void aPortAtWhichNobodyListensIsNamedWithTheWayOut() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        assertThat(detail(added("tcp://127.0.0.1:" + free), MachineState.OFFLINE))
                .contains("127.0.0.1:" + free, "refused", "Check that the machine");
    }

    @Test
    void aMachineThatNeverAnswersIsGivenUpInBoundedTimeAndTriedAgain() throws IOException {
        List<SocketChannel> crowd = new ArrayList<>();
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // A full queue of callers: the kernel lets further ones wait for ever.
            for (int i = 0; i < 4; i++) {
                SocketChannel caller = SocketChannel.open();
                caller.configureBlocking(false);
                caller.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), deaf.getLocalPort()));
                crowd.add(caller);
            }
            assertThat(detail(added("tcp://127.0.0.1:" + deaf.getLocalPort()), MachineState.OFFLINE))
                    .contains("127.0.0.1:" + deaf.getLocalPort(), "no answer within", "Check address");
        } finally {
            for (SocketChannel caller : crowd) {
                caller.close();
            }
        }
    }

    @Test
    void aPortThatIsBusyIsAConflictThatNamesWhoHoldsIt() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String uri = "tcp://127.0.0.1:" + server.getLocalPort();
            MachineView first = added(uri);
            detail(first, MachineState.IDLE);

            assertThat(detail(added(uri), MachineState.CONFLICT)).contains("in use by", "end what holds it");
        }
    }

    private String detail(MachineView machine, MachineState state) {
        return Eventually.get(
                        machine.uri() + " is " + state,
                        () -> park.find(machine.id()).orElseThrow().status(),
                        status -> status.state() == state)
                .detail();
    }

    private MachineView added(String uri) {
        Response answer = add(uri);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        MachineView machine = park.find(UUID.fromString(answer.path("id"))).orElseThrow();
        added.add(machine);
        return machine;
    }

    private Response add(String uri) {
        Map<String, Object> wish = new HashMap<>(Map.of(
                "name",
                "Machine " + UUID.randomUUID().toString().substring(0, 8),
                "uri",
                uri,
                "driver",
                "tape-reader",
                "hoop",
                Map.of("name", "200x200", "widthMm", 200, "heightMm", 200),
                "heads",
                1,
                "needles",
                6,
                "stitchesPerMinute",
                800));
        return given().auth()
                .preemptive()
                .basic(people.some(Role.OWNER).login(), TestPeople.PASSWORD)
                .contentType("application/json")
                .body(wish)
                .post("/api/machines");
    }
}
