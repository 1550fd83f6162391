package org.stitchery.simulator.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.sewing.MachineProfile;
import org.stitchery.simulator.Tapes;
import org.stitchery.simulator.ledger.LedgerEvent;
import org.stitchery.simulator.ledger.LedgerEvent.Kind;
import org.stitchery.simulator.ledger.Sewing;
import org.stitchery.simulator.machine.BufferTraits;
import org.stitchery.simulator.machine.Controller;
import org.stitchery.simulator.machine.Counter;
import org.stitchery.simulator.machine.MachineTraits;
import org.stitchery.simulator.machine.NeedleTraits;
import org.stitchery.simulator.machine.OperatorTraits;

/** What goes wrong with machines and the people beside them. */
class RealismTest {

    private static final StitchPattern DESIGN = Tapes.wandering("ROSE-1", 1500, 7);
    private static final MachineTraits USUAL = MachineTraits.standard();

    @Test
    void theMarksOfTheBufferCanBeSet() {
        MachineTraits traits = USUAL.with(new BufferTraits(400, 50, 10));
        Bench bench = new Bench(traits).open();
        byte[] tape = Tapes.tape(Tapes.line("A", 400, 20));
        int head = Tapes.LEADER + 512;
        bench.sendImpolitely(Arrays.copyOf(tape, head)).stop();

        bench.sendImpolitely(Arrays.copyOfRange(tape, head, head + 199));
        assertThat(bench.heard()).doesNotContain((int) Controller.XOFF);
        bench.sendImpolitely(Arrays.copyOfRange(tape, head + 199, head + 200));
        assertThat(bench.heard()).endsWith((int) Controller.XOFF);
    }

    @Test
    void theFirstStitchesAfterATrimAreSlow() {
        NeedleTraits slow = new NeedleTraits(MachineProfile.USUAL, 5, 0, 20, 20, 0);
        Bench bench = new Bench(USUAL.with(slow).withBufferBytes(65_536)).open();
        bench.sendPolitely(Tapes.tape(Tapes.line("A", 20, 10))).sewOut();

        List<LedgerEvent> stitches = bench.ledger().events(Kind.NEEDLE);
        // 1000 a minute are 60 ms; the second is sewn at 52 percent of that speed.
        assertThat(stitches.get(1).millis() - stitches.get(0).millis()).isBetween(114L, 116L);
        assertThat(stitches.get(19).millis() - stitches.get(18).millis()).isEqualTo(60);
    }

    @Test
    void anEmptyBobbinIsChangedAndEveryStitchIsInTheCloth() {
        NeedleTraits short1 = new NeedleTraits(MachineProfile.USUAL, 0, 0, 5, 20, 400);
        Bench bench = new Bench(USUAL.with(short1)).open();
        bench.sendPolitely(Tapes.tape(DESIGN)).sewOut();

        assertThat(bench.ledger().events(Kind.BOBBIN_OUT)).hasSizeBetween(3, 4);
        assertThat(only(bench).differencesFrom(DESIGN)).isEmpty();
    }

    @Test
    void operatorsGoBackFiveToTwentyStitchesAndTakeTheirTime() {
        MachineTraits traits = USUAL.with(new NeedleTraits(MachineProfile.USUAL, 0, 20, 5, 20, 0))
                .with(new OperatorTraits(Duration.ofSeconds(40), Duration.ZERO, Duration.ZERO, Duration.ZERO, 0.5));
        Bench bench = new Bench(traits).open();
        bench.sendPolitely(Tapes.tape(Tapes.line("A", 1000, 10))).sewOut();

        List<LedgerEvent> broke = bench.ledger().events(Kind.THREAD_BREAK);
        List<LedgerEvent> back = bench.ledger().events(Kind.BACK_UP);
        assertThat(broke.size()).isGreaterThan(10);
        for (int i = 0; i < broke.size(); i++) {
            long by = broke.get(i).number(0) + 1 - back.get(i).number(0);
            assertThat(by).isBetween(Math.min(5, broke.get(i).number(0) + 1), 20L);
        }
        assertThat(broke.stream().map(b -> restart(bench, b)).distinct().count())
                .isGreaterThan(5);
        assertThat(broke).allSatisfy(b -> assertThat(restart(bench, b)).isBetween(20_000L, 60_100L));
    }

    @Test
    void aMachineThatForgetsIsReadyForANewDesignWhenItsPowerIsBack() {
        Bench bench = new Bench(USUAL).open();
        bench.sendPolitely(Arrays.copyOf(Tapes.tape(DESIGN), 2000)).powerOff();
        bench.sendImpolitely(Arrays.copyOfRange(Tapes.tape(DESIGN), 2000, 2300));
        assertThat(bench.heard()).hasSize(1);

        bench.powerOn();
        assertThat(bench.machine.label()).isEmpty();
        bench.sendPolitely(Tapes.tape(DESIGN)).sewOut();
        assertThat(bench.ledger().sewings()).hasSize(2);
        assertThat(bench.ledger().sewings().get(0).ended()).isFalse();
        assertThat(bench.ledger().sewings().get(1).differencesFrom(DESIGN)).isEmpty();
    }

    @Test
    void aMachineThatRemembersItsPlaceGoesOnWithWhatItHas() {
        StitchPattern small = Tapes.line("A", 300, 20);
        Bench bench = new Bench(USUAL.withRemembersPlace(true)).open();
        bench.sendPolitely(Tapes.tape(small)).powerOff();
        long sewn = only(bench).stitchesInCloth();
        bench.pass(600_000);
        assertThat(only(bench).stitchesInCloth()).isEqualTo(sewn).isLessThan(300);

        bench.powerOn().sewOut();
        assertThat(only(bench).ended()).isTrue();
        assertThat(only(bench).differencesFrom(small)).isEmpty();
    }

    @Test
    void countersLieAsTheirProfileSays() {
        assertThat(counterAfter(Counter.HONEST)).isEqualTo(1500);
        assertThat(counterAfter(Counter.STUCK)).isLessThan(201);
        assertThat(counterAfter(Counter.COUNTS_TRIMS)).isEqualTo(1500 + 14);
        Bench bench = new Bench(USUAL.with(Counter.JUMPS)).open();
        bench.sendPolitely(Tapes.tape(Tapes.line("A", 250, 20))).sewOut();
        assertThat(bench.machine.mechanism().counter()).isGreaterThan(300);
    }

    private static long counterAfter(Counter counter) {
        Bench bench = new Bench(USUAL.with(counter)).open();
        bench.sendPolitely(Tapes.tape(DESIGN)).sewOut();
        return bench.machine.mechanism().counter();
    }

    /** Milliseconds from a break to the next stitch. */
    private static long restart(Bench bench, LedgerEvent broke) {
        return bench.ledger().events(Kind.NEEDLE).stream()
                        .filter(n -> n.seq() > broke.seq())
                        .findFirst()
                        .map(LedgerEvent::millis)
                        .orElse(broke.millis() + 20_000)
                - broke.millis();
    }

    private static Sewing only(Bench bench) {
        assertThat(bench.ledger().sewings()).hasSize(1);
        return bench.ledger().sewings().get(0);
    }
}
