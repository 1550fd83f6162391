package org.stitchery.simulator.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.embroidery.format.dst.DstFormat;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.simulator.Protocol;
import org.stitchery.simulator.machine.MachineTraits;
import org.stitchery.simulator.machine.SimulatedMachine;

/** A controller with a card, in time that passes when the test says so. */
class GrblHalControllerTest {

    private static final long SECOND = 1_000_000_000L;

    private final Path card;
    private final List<String> ledger = new ArrayList<>();
    private long now = SECOND;

    GrblHalControllerTest(@TempDir Path card) {
        this.card = card;
    }

    @Test
    void theCardIsListedWithSizes() throws IOException {
        Files.writeString(card.resolve("B.NC"), "G0X1\n");
        Files.write(card.resolve("A.DST"), design());

        assertThat(tell(machine(card), "$F+\n"))
                .containsExactly("[FILE:/A.DST|SIZE:" + design().length + "]", "[FILE:/B.NC|SIZE:5]", "ok");
    }

    @Test
    void withoutACardThereIsAnError() {
        assertThat(tell(machine(null), "$F+\n$F=/A.DST\n")).containsExactly("error:60", "error:60");
    }

    @Test
    void aFileIsFoundWhateverItsLettersAndRunToTheEnd() throws IOException {
        Files.write(card.resolve("rose.dst"), design());
        SimulatedMachine machine = machine(card);

        assertThat(tell(machine, "$F=/ROSE.DST\n")).containsExactly("ok", "ok");
        assertThat(pass(machine, 60)).endsWith("[MSG:Pgm End]");
        assertThat(ledger)
                .anyMatch(line -> line.startsWith("START ROSE"))
                .contains("NEEDLE ROSE 0 10 0", "NEEDLE ROSE 1 20 5", "NEEDLE ROSE 2 30 0", "END ROSE 3");
    }

    @Test
    void betweenStitchesItSaysThatItIsIdle() throws IOException {
        Files.write(card.resolve("ROSE.DST"), design());
        SimulatedMachine machine = machine(card);
        tell(machine, "$F=/ROSE.DST\n");

        assertThat(tell(machine, "?")).singleElement().asString().startsWith("<Run|");
        assertThat(tell(machine, "?")).singleElement().asString().startsWith("<Idle|");
    }

    @Test
    void linesAreLeftUnreadWhileAFileRunsAndThrownAwayAtItsEnd() throws IOException {
        Files.write(card.resolve("ROSE.DST"), design());
        SimulatedMachine machine = machine(card);
        tell(machine, "$F=/ROSE.DST\n");

        assertThat(tell(machine, "$F=/ROSE.DST\n")).isEmpty();
        pass(machine, 120);
        assertThat(ledger.stream().filter(line -> line.startsWith("START"))).hasSize(1);
    }

    @Test
    void aHostThatComesAnewFindsItRunning() throws IOException {
        Files.write(card.resolve("ROSE.DST"), design());
        SimulatedMachine machine = machine(card);
        tell(machine, "$F=/ROSE.DST\n");
        machine.lineLost(now);
        machine.lineOpened(now);

        assertThat(tell(machine, "?")).singleElement().asString().startsWith("<Run|");
        assertThat(pass(machine, 60)).endsWith("[MSG:Pgm End]");
    }

    @Test
    void whatIsNotThereOrNoDesignIsRefused() throws IOException {
        Files.writeString(card.resolve("NOTE.TXT"), "hello");

        assertThat(tell(machine(card), "$F=/ROSE.DST\n$F=/NOTE.TXT\n"))
                .containsExactly("error:61", "ok", "error:2 in SD file at line 1", "error:2");
    }

    private static byte[] design() {
        return DstFormat.DST
                .writer()
                .orElseThrow()
                .write(StitchPattern.builder("ROSE")
                        .stitchTo(10, 0)
                        .stitchTo(20, 5)
                        .stitchTo(30, 0)
                        .build())
                .file()
                .bytes();
    }

    private SimulatedMachine machine(@Nullable Path slot) {
        MachineTraits traits = MachineTraits.standard();
        SimulatedMachine machine = new SimulatedMachine(
                slot == null ? traits : traits.withCard(slot),
                Protocol.GRBL_CARD.maker(),
                "",
                (at, kind, label, numbers) -> {
                    StringBuilder line = new StringBuilder(kind + " " + label);
                    for (long number : numbers) {
                        line.append(' ').append(number);
                    }
                    ledger.add(line.toString());
                },
                now);
        machine.lineOpened(now);
        heard(machine);
        return machine;
    }

    private List<String> tell(SimulatedMachine machine, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        machine.receive(bytes, bytes.length, now);
        return heard(machine);
    }

    private List<String> pass(SimulatedMachine machine, int seconds) {
        long end = now + seconds * SECOND;
        while (now < end) {
            now = Math.min(end, Math.max(now + 1, machine.turn(now)));
        }
        machine.turn(now);
        return heard(machine);
    }

    private static List<String> heard(SimulatedMachine machine) {
        StringBuilder text = new StringBuilder();
        for (int c = machine.pollOutgoing(); c >= 0; c = machine.pollOutgoing()) {
            text.append((char) c);
        }
        return text.toString().lines().toList();
    }
}
