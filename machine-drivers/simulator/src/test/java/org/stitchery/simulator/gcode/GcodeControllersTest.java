package org.stitchery.simulator.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stitchery.simulator.Protocol;
import org.stitchery.simulator.machine.MachineTraits;
import org.stitchery.simulator.machine.SimulatedMachine;

/** What hosts of such controllers rely on, in time that passes when the test says so. */
class GcodeControllersTest {

    private static final long SECOND = 1_000_000_000L;

    private final List<String> ledger = new ArrayList<>();
    private long now = SECOND;

    @Test
    void aShaftSewsOnceForEveryTurnAndOnlyUpwards() {
        SimulatedMachine machine = machine("grbl");
        tell(machine, "G21\nG90\nG92Z0\nG0X1.5Y-2\nG0Z5\nG0Z15\nG92Z0\nG0Z5\nG0Z0\n");
        pass(machine, 30);

        assertThat(needles()).containsExactly("0 15 20", "1 15 20", "2 15 20", "3 15 20");
    }

    @Test
    void whatTheBufferCannotHoldIsLostAndInTheLedger() {
        SimulatedMachine machine = machine("grbl");
        tell(machine, "G0X1Y1\nG0Z5\n".repeat(60));
        pass(machine, 1);

        assertThat(ledger).anyMatch(line -> line.startsWith("OVERRUN"));
    }

    @Test
    void grblAnswersWhatItDoesNotTakeWithItsNumbers() {
        SimulatedMachine machine = machine("grbl");

        assertThat(tell(machine, "G5X1\nX\nG0" + "X1.000000000000000000".repeat(4) + "\n$N\n"))
                .containsExactly("error:20", "error:2", "error:11", "error:3");
    }

    @Test
    void aResetInMotionLosesThePlaceAndLocksIt() {
        SimulatedMachine machine = machine("grbl");
        tell(machine, "G0X1Y1\nG0Z5\nG0Z10\n");

        assertThat(tell(machine, "\u0018"))
                .contains("ALARM:3", "Grbl 1.1h ['$' for help]", "[MSG:'$H'|'$X' to unlock]");
        assertThat(tell(machine, "G0Z5\n")).containsExactly("error:9");
        assertThat(ledger).anyMatch(line -> line.startsWith("RESET"));
    }

    @Test
    void aHoldFirstBrakesAndThenStandsAndNothingIsSewnInIt() {
        SimulatedMachine machine = machine("grbl");
        tell(machine, "G0X1Y1\nG0Z5\nG0Z10\nG0Z15\n");
        assertThat(tell(machine, "!?")).singleElement().asString().startsWith("<Hold:1|");
        pass(machine, 5);
        int sewn = needles().size();
        assertThat(tell(machine, "?")).singleElement().asString().startsWith("<Hold:0|");
        pass(machine, 60);
        assertThat(needles()).hasSize(sewn);
        tell(machine, "~");
        pass(machine, 60);
        assertThat(needles()).hasSize(3);
    }

    @Test
    void checkModeMovesNothingAndEndsWithARestart() {
        SimulatedMachine machine = machine("grbl");

        assertThat(tell(machine, "$C\nG0X1Y1\nG0Z5\nG5\nM2\n?"))
                .startsWith("[MSG:Enabled]", "ok", "ok", "ok", "error:20", "ok")
                .anyMatch(line -> line.startsWith("<Check|"));
        assertThat(tell(machine, "$C\n")).containsExactly("[MSG:Disabled]", "ok", "Grbl 1.1h ['$' for help]");
        pass(machine, 10);
        assertThat(needles()).isEmpty();
    }

    @Test
    void marlinTakesALineOnlyWithItsChecksumAndInItsOrder() {
        SimulatedMachine machine = machine("marlin");

        assertThat(tell(machine, "N0 M110 N0*125\n")).containsExactly("ok");
        assertThat(tell(machine, numbered(1, "G90"))).containsExactly("ok");
        assertThat(tell(machine, numbered(2, "G0 X1").replace("X1", "X2")))
                .containsExactly("Error:checksum mismatch, Last Line: 1", "Resend: 2", "ok");
        assertThat(tell(machine, numbered(1, "G90")))
                .containsExactly("Error:Line Number is not Last Line Number+1, Last Line: 1", "Resend: 2", "ok");
        assertThat(tell(machine, "N2 G90\n"))
                .containsExactly("Error:No Checksum with line number, Last Line: 1", "Resend: 2", "ok");
        assertThat(tell(machine, numbered(2, "G0 X1"))).containsExactly("ok");
    }

    @Test
    void aServoThatDoesNotWaitForTheFrameSewsInTheWrongPlace() {
        SimulatedMachine machine = machine("marlin-servo");
        tell(machine, "M280 P0 S90\nG0 X30 Y0\nG0 X60 Y0\nM280 P0 S30\nM280 P0 S90\nM400\n");
        pass(machine, 60);

        assertThat(needles()).hasSize(1).noneMatch(place -> place.endsWith("600 0"));
    }

    @Test
    void noBytesMakeThemFail() {
        for (Protocol protocol : Protocol.values()) {
            SimulatedMachine machine = machine(protocol.text());
            Random chance = new Random(protocol.ordinal());
            for (int i = 0; i < 300; i++) {
                byte[] noise = new byte[1 + chance.nextInt(60)];
                chance.nextBytes(noise);
                if (chance.nextBoolean()) {
                    byte[] line = "N1 G0 X1 Y2 Z3 M3 S9*5\n".getBytes(StandardCharsets.US_ASCII);
                    noise = Arrays.copyOf(line, 1 + chance.nextInt(line.length));
                }
                machine.receive(noise, noise.length, now);
                pass(machine, 1);
            }
        }
    }

    private static String numbered(int number, String words) {
        String body = "N" + number + " " + words;
        return body + "*" + body.chars().reduce(0, (a, b) -> a ^ b) + "\n";
    }

    private SimulatedMachine machine(String protocol) {
        SimulatedMachine machine = new SimulatedMachine(
                MachineTraits.standard(),
                Protocol.named(protocol).maker(),
                "tcp://127.0.0.1:4000",
                (at, kind, label, numbers) -> ledger.add(kind + " " + Arrays.toString(numbers)),
                now);
        machine.lineOpened(now);
        said(machine);
        return machine;
    }

    private List<String> tell(SimulatedMachine machine, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        machine.receive(bytes, bytes.length, now);
        machine.turn(now);
        return said(machine);
    }

    private static List<String> said(SimulatedMachine machine) {
        StringBuilder text = new StringBuilder();
        for (int b = machine.pollOutgoing(); b >= 0; b = machine.pollOutgoing()) {
            text.append((char) b);
        }
        return text.toString().lines().filter(line -> !line.isBlank()).toList();
    }

    private void pass(SimulatedMachine machine, int seconds) {
        for (int i = 0; i < seconds * 20; i++) {
            now += SECOND / 20;
            machine.turn(now);
        }
    }

    private List<String> needles() {
        return ledger.stream()
                .filter(line -> line.startsWith("NEEDLE"))
                .map(line -> line.replaceAll("[^-0-9 ]", "").strip())
                .toList();
    }
}
