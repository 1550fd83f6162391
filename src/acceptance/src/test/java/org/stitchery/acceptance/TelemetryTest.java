package org.stitchery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.acceptance.Mosquitto.Heard;

/**
 * What a plant hears of the shop over a real broker: nothing is lost for the shop while there is none, everything is told
 * when there is, a killed service is known to be dead, and no customer is betrayed.
 */
class TelemetryTest {

    private static final String SPARKPLUG = "spBv1.0/Plant/";
    private static final String CUSTOMERS_WORD = "Geheimentwurf";

    /** Boolean metric "Node Control/Rebirth" = true, written by hand. */
    private static final byte[] REBIRTH = rebirth();

    @Test
    void aBrokerHearsOfBirthsDataDeathsAndRebirths(@TempDir Path folder) throws Exception {
        Path drawing = folder.resolve(CUSTOMERS_WORD + ".svg");
        Files.writeString(drawing, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" width="40mm" height="40mm">
                  <circle cx="20" cy="20" r="17" fill="#c8102e"/>
                </svg>
                """);
        try (Mosquitto broker = new Mosquitto(folder.resolve("broker"));
                RunningService service = RunningService.start(
                        folder.resolve("data"),
                        Map.of(
                                "STITCHERY_DEMO_SPEED_UP", "30",
                                "STITCHERY_TELEMETRY_BROKER", broker.address(),
                                "STITCHERY_TELEMETRY_MODE", "plain,sparkplug",
                                "STITCHERY_TELEMETRY_GROUP", "Plant",
                                "STITCHERY_TELEMETRY_NODE", "shop",
                                "STITCHERY_TELEMETRY_RETRY_LONGEST", "2s"))) {
            // No broker yet: the service is ready all the same and takes orders.
            Workshop workshop = new Workshop(service);
            workshop.order(drawing, 40, 1);
            assertThat(service.log()).contains("no broker at " + broker.address());

            broker.start();
            Heard birth = hear(broker, 0, is("NBIRTH/shop"));
            assertThat(Sparkplug.of(birth.payload()).seq()).hasValue(0);
            assertThat(Sparkplug.of(birth.payload()).text()).contains("Node Control/Rebirth");
            Sparkplug device =
                    Sparkplug.of(hear(broker, 0, is("DBIRTH/shop/Serial Six")).payload());
            assertThat(device.textOf("State")).isEqualTo("IDLE");
            assertThat(device.textOf("Properties/Driver")).isEqualTo("tape-reader");
            hear(broker, 0, is("DBIRTH/shop/Network Nine"));
            await("both machines are retained").atMost(Duration.ofSeconds(20)).until(() -> {
                List<Heard> now = broker.retained();
                return state(now, "Serial Six").equals("IDLE")
                        && state(now, "Network Nine").equals("IDLE");
            });

            String machineId = workshop.machines().stream()
                    .filter(id -> !workshop.runsAt(id).isEmpty())
                    .findFirst()
                    .orElseGet(() -> workshop.machines().get(0));
            Workshop.Run run = startSomewhere(workshop, machineId);
            String label = workshop.awaitState(run.id(), "SENDING", Duration.ofSeconds(60))
                    .label();
            Heard progress = hear(
                    broker,
                    0,
                    message -> message.topic().endsWith("/progress")
                            && json(message).get("stitches").getAsInt() > 0);
            assertThat(json(progress).get("label").getAsString()).isEqualTo(label);
            assertThat(json(progress).get("evidence").getAsString()).isEqualTo("ON_THE_WIRE");
            String machine = progress.topic().split("/")[2];
            Heard event = hear(
                    broker,
                    0,
                    message -> message.topic().equals("stitchery/machine/" + machine + "/events")
                            && message.text().contains("\"SENDING\""));
            assertThat(json(event).get("run").getAsString()).isEqualTo(run.id());
            long stitches = Sparkplug.of(
                            hear(broker, 0, is("DBIRTH/shop/" + machine)).payload())
                    .alias("Run/Stitches");
            hear(
                    broker,
                    0,
                    is("DDATA/shop/" + machine)
                            .and(message -> Sparkplug.of(message.payload()).has(stitches)));
            assertSequence(broker.heard());

            // A wish to be born again is granted with the same number; nothing else is.
            int before = broker.heard().size();
            Path command = folder.resolve("rebirth.bin");
            Files.write(command, REBIRTH);
            broker.say(SPARKPLUG + "DCMD/shop/" + machine, "-f", command.toString());
            broker.say(SPARKPLUG + "NCMD/shop", "-f", command.toString());
            Heard again = hear(broker, before, is("NBIRTH/shop"));
            assertThat(Sparkplug.of(again.payload()).birthNumber())
                    .isEqualTo(Sparkplug.of(birth.payload()).birthNumber());
            hear(broker, before, is("DBIRTH/shop/" + machine));
            assertThat(workshop.run(run.id()).state()).isIn("SENDING", "SEWING");

            int alive = broker.heard().size();
            service.kill();
            Heard will = hear(broker, alive, is("NDEATH/shop"));
            long died = Sparkplug.of(will.payload()).birthNumber();
            assertThat(died).isEqualTo(Sparkplug.of(birth.payload()).birthNumber());
            hear(
                    broker,
                    alive,
                    message -> message.topic().equals("stitchery/node/shop/state")
                            && message.text().contains("\"OFFLINE\""));
            assertThat(broker.retained())
                    .anyMatch(message -> message.topic().equals("stitchery/node/shop/state")
                            && message.text().contains("\"OFFLINE\""));

            int dead = broker.heard().size();
            service.startAgain();
            Heard reborn = hear(broker, dead, is("NBIRTH/shop"));
            assertThat(Sparkplug.of(reborn.payload()).birthNumber()).isGreaterThan(died);
            hear(
                    broker,
                    dead,
                    message -> message.topic().equals("stitchery/machine/" + machine + "/state")
                            && message.text().contains("\"ATTENTION\""));

            for (Heard message : broker.heard()) {
                assertThat(message.text())
                        .as(message.topic())
                        .doesNotContain(CUSTOMERS_WORD)
                        .doesNotContainIgnoringCase("customer");
            }
        }
    }

    private static Workshop.Run startSomewhere(Workshop workshop, String machineId) {
        Workshop.Run run = workshop.startable(machineId);
        assertThat(workshop.start(run)).isEqualTo(200);
        return run;
    }

    private static Predicate<Heard> is(String rest) {
        return message -> message.topic().equals(SPARKPLUG + rest);
    }

    /** The first such message from that place on; waits for it. */
    private static Heard hear(Mosquitto broker, int from, Predicate<Heard> wanted) {
        List<Heard> found = new ArrayList<>();
        await("a message from " + from + " on").atMost(Duration.ofSeconds(60)).until(() -> {
            List<Heard> all = broker.heard();
            all.subList(Math.min(from, all.size()), all.size()).stream()
                    .filter(wanted)
                    .findFirst()
                    .ifPresent(found::add);
            return !found.isEmpty();
        });
        return found.get(0);
    }

    /** Each Sparkplug message but deaths of the node follows the one before it. */
    private static void assertSequence(List<Heard> heard) {
        long expected = 0;
        for (Heard message : heard) {
            if (!message.topic().startsWith(SPARKPLUG) || message.topic().contains("CMD")) {
                continue;
            }
            OptionalLong seq = Sparkplug.of(message.payload()).seq();
            if (message.topic().contains("NBIRTH")) {
                expected = 0;
            }
            assertThat(seq).as(message.topic()).hasValue(expected);
            expected = (expected + 1) % 256;
        }
    }

    private static String state(List<Heard> retained, String machine) {
        return retained.stream()
                .filter(message -> message.topic().equals("stitchery/machine/" + machine + "/state"))
                .map(message -> json(message).get("state").getAsString())
                .findFirst()
                .orElse("");
    }

    private static JsonObject json(Heard message) {
        return JsonParser.parseString(message.text()).getAsJsonObject();
    }

    private static byte[] rebirth() {
        byte[] name = "Node Control/Rebirth".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] all = new byte[name.length + 6];
        all[0] = 0x12;
        all[1] = (byte) (name.length + 4);
        all[2] = 0x0A;
        all[3] = (byte) name.length;
        System.arraycopy(name, 0, all, 4, name.length);
        all[name.length + 4] = 0x70;
        all[name.length + 5] = 1;
        return all;
    }
}
