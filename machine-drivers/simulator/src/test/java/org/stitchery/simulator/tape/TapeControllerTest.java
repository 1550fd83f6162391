package org.stitchery.simulator.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stitchery.simulator.machine.Controller.XOFF;
import static org.stitchery.simulator.machine.Controller.XON;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.simulator.Tapes;
import org.stitchery.simulator.ledger.LedgerEvent;
import org.stitchery.simulator.ledger.LedgerEvent.Kind;
import org.stitchery.simulator.ledger.Sewing;
import org.stitchery.simulator.machine.MachineTraits;
import org.stitchery.simulator.machine.Mechanism;

class TapeControllerTest {

    private static final StitchPattern DESIGN = Tapes.wandering("ROSE-1", 1500, 7);

    private final MachineTraits traits = MachineTraits.standard();

    @Test
    void aDesignSentPolitelyIsSewnStitchForStitch() {
        Bench bench = new Bench(traits).open().sendPolitely(Tapes.tape(DESIGN)).sewOut();

        Sewing sewing = only(bench);
        assertThat(sewing.differencesFrom(DESIGN)).isEmpty();
        assertThat(sewing.label()).isEqualTo("ROSE-1");
        assertThat(sewing.ended()).isTrue();
        assertThat(sewing.trims()).isEqualTo(DESIGN.count(StitchCommand.TRIM));
        assertThat(sewing.colorChanges()).isEqualTo(1);
        assertThat(sewing.stitchesInCloth()).isEqualTo(1500);
        assertThat(bench.ledger().events(Kind.OVERRUN)).isEmpty();
        assertThat(bench.sentWhileHeld()).isZero();
    }

    @Test
    void theBufferAsksToWaitAtThreeQuartersAndToGoOnAtOne() {
        Bench bench = new Bench(traits.withBufferBytes(400)).open();
        byte[] tape = Tapes.tape(Tapes.line("A", 400, 20));
        int head = Tapes.LEADER + 512;
        bench.sendImpolitely(Arrays.copyOf(tape, head));
        assertThat(bench.heard()).containsExactly((int) XON);

        // At 960 bytes and about 50 sewn bytes per second the buffer holds 300 bytes after some 330.
        bench.stop().sendImpolitely(Arrays.copyOfRange(tape, head, head + 299));
        assertThat(bench.heard()).containsExactly((int) XON);
        bench.sendImpolitely(Arrays.copyOfRange(tape, head + 299, head + 300));
        assertThat(bench.heard()).containsExactly((int) XON, (int) XOFF);

        // 300 bytes have to fall to 100: 67 stitches at 60 ms.
        bench.go().pass(66 * 60 - 1);
        assertThat(bench.heard()).containsExactly((int) XON, (int) XOFF);
        bench.pass(62);
        assertThat(bench.heard()).containsExactly((int) XON, (int) XOFF, (int) XON);
    }

    @Test
    void aHostThatDoesNotWaitLosesBytesAndTheyAreCounted() {
        byte[] tape = Tapes.tape(DESIGN);
        Bench bench = new Bench(traits.withBufferBytes(256)).open().stop().sendImpolitely(tape);

        long lost = bench.ledger().events(Kind.OVERRUN).stream()
                .mapToLong(e -> e.number(0))
                .sum();
        assertThat(lost).isEqualTo(tape.length - 256);
    }

    @Test
    void stitchesTakeLongerTheLongerTheyAre() {
        assertThat(secondsFor(Tapes.line("A", 100, 30))).isEqualTo(100 * 0.060);
        assertThat(secondsFor(Tapes.line("A", 100, 75))).isEqualTo(100 * 0.080);
        assertThat(secondsFor(Tapes.line("A", 100, 120))).isEqualTo(100 * 0.120);
    }

    @Test
    void trimsAndColourChangesTakeTheirTime() {
        StitchPattern trimmed = StitchPattern.builder("A")
                .stitchTo(10, 0)
                .trim()
                .stitchTo(20, 0)
                .colorChange()
                .stitchTo(30, 0)
                .build();

        // Three stitches, three jumps that make the trim and the turn of the colour change, all below 3 mm.
        assertThat(secondsFor(trimmed)).isEqualTo(7 * 0.060 + 7 + 8);
    }

    @Test
    void speedUpShortensEverythingOfNeedleAndOperator() {
        double real = secondsFor(DESIGN);
        Bench fast = new Bench(traits.withSpeedUp(10).withBufferBytes(65536)).open();
        fast.stop().sendPolitely(Tapes.tape(DESIGN)).go().sewOut();

        assertThat(sewingMillis(fast)).isBetween((long) (real * 100) - 2, (long) (real * 100) + 2);
    }

    @Test
    void bytesBeforeTheLeaderArePassedOver() {
        byte[] noise = {0, 0, 0, 'L', 'A', ':', 5, 0x1A, 'L'};
        Bench bench = new Bench(traits)
                .open()
                .sendPolitely(noise)
                .sendPolitely(Tapes.tape(DESIGN))
                .sewOut();

        assertThat(only(bench).differencesFrom(DESIGN)).isEmpty();
    }

    @Test
    void aHeaderWithoutLeaderIsNoDesign() {
        Bench bench = new Bench(traits).open().sendPolitely(Tapes.dst(DESIGN)).sewOut();

        assertThat(bench.ledger().sewings()).isEmpty();
        assertThat(bench.machine.state()).isEqualTo(Mechanism.State.READY);
    }

    @Test
    void aLineLostInMidDesignIsSewnOutToTheLastWholeRecord() {
        byte[] tape = Tapes.tape(Tapes.line("A", 200, 20));
        int wholeRecords = 100;
        Bench bench = new Bench(traits)
                .open()
                .sendPolitely(Arrays.copyOf(tape, Tapes.LEADER + 512 + 3 * wholeRecords + 2))
                .hangUp()
                .sewOut();

        assertThat(only(bench).stitchesInCloth()).isEqualTo(wholeRecords);
        assertThat(only(bench).ended()).isFalse();
        assertThat(last(bench).kind()).isEqualTo(Kind.LINE_LOST);
        assertThat(bench.machine.state()).isEqualTo(Mechanism.State.INTERRUPTED);
    }

    @Test
    void aHostThatComesBackTooEarlyIsHeardWhenTheRestIsSewn() {
        Bench bench = new Bench(traits).open();
        byte[] tape = Tapes.tape(DESIGN);
        bench.sendPolitely(Arrays.copyOf(tape, 2000)).hangUp().open();

        assertThat(bench.machine.listens()).isFalse();
        bench.sewOut();
        assertThat(bench.machine.listens()).isTrue();
        assertThat(kinds(bench)).endsWith(Kind.LINE_LOST, Kind.LINE_OPEN);

        bench.sendPolitely(tape).sewOut();
        assertThat(bench.ledger().sewings()).hasSize(2);
        assertThat(bench.ledger().sewings().get(1).differencesFrom(DESIGN)).isEmpty();
    }

    @Test
    void aHostThatLeavesAfterTheLastByteIsNoInterruption() {
        Bench bench = new Bench(traits)
                .open()
                .sendPolitely(Tapes.tape(DESIGN))
                .hangUp()
                .sewOut();

        assertThat(only(bench).differencesFrom(DESIGN)).isEmpty();
        assertThat(kinds(bench)).endsWith(Kind.END, Kind.LINE_LOST);
        assertThat(bench.machine.state()).isEqualTo(Mechanism.State.READY);
    }

    @Test
    void aRecordWithoutItsMarkStopsTheNeedle() {
        byte[] tape = Tapes.tape(Tapes.line("A", 50, 20));
        int offset = 512 + 3 * 20;
        tape[Tapes.LEADER + offset + 2] &= (byte) ~0b10;
        Bench bench = new Bench(traits).open().sendPolitely(tape).sewOut();

        assertThat(only(bench).stitchesInCloth()).isEqualTo(20);
        assertThat(bench.ledger().events(Kind.TAPE_ERROR))
                .singleElement()
                .satisfies(e -> assertThat(e.number(0)).isEqualTo(offset));
        assertThat(bench.machine.state()).isEqualTo(Mechanism.State.INTERRUPTED);
    }

    /** The host would wait for an XON for ever. */
    @Test
    void aHeldHostIsLetGoWhenTheRestOfABrokenTapeIsPassedOver() {
        byte[] tape = Tapes.tape(Tapes.line("A", 500, 20));
        tape[Tapes.LEADER + 512 + 3 * 100 + 2] = 0;
        Bench bench = new Bench(traits.withBufferBytes(256))
                .open()
                .sendPolitely(tape)
                .sendPolitely(Tapes.tape(DESIGN))
                .sewOut();

        assertThat(bench.ledger().sewings().get(0).stitchesInCloth()).isEqualTo(100);
        assertThat(bench.ledger().sewings().get(1).differencesFrom(DESIGN)).isEmpty();
    }

    @Test
    void afterAnInterruptionANewDesignIsTakenWithAutoReset() {
        Bench bench = interrupted(traits);
        bench.sendPolitely(Tapes.tape(DESIGN)).sewOut();

        assertThat(bench.ledger().latest("ROSE-1")).isNotNull();
    }

    @Test
    void afterAnInterruptionNothingIsTakenBeforeResetWithoutAutoReset() {
        Bench bench = interrupted(traits.withAutoReset(false));
        assertThat(bench.heard()).endsWith((int) XOFF);

        bench.sendImpolitely(Tapes.tape(DESIGN)).sewOut();
        assertThat(bench.ledger().latest("ROSE-1")).isNull();

        bench.reset();
        assertThat(bench.heard()).endsWith((int) XON);
        bench.sendPolitely(Tapes.tape(DESIGN)).sewOut();
        assertThat(bench.ledger().latest("ROSE-1")).isNotNull();
    }

    @Test
    void afterAThreadBreakTheOperatorBacksUpAndEveryStitchIsInTheCloth() {
        Bench bench = new Bench(traits.withBreaks(5, 42))
                .open()
                .sendPolitely(Tapes.tape(DESIGN))
                .sewOut();

        Sewing sewing = only(bench);
        assertThat(sewing.backUps()).isNotEmpty();
        assertThat(sewing.differencesFrom(DESIGN)).isEmpty();
        assertThat(sewing.penetrations().size()).isGreaterThan(1500);
        assertThat(sewing.stitchesInCloth()).isEqualTo(1500);
        List<LedgerEvent> broke = bench.ledger().events(Kind.THREAD_BREAK);
        List<LedgerEvent> back = bench.ledger().events(Kind.BACK_UP);
        assertThat(back.get(0).number(0))
                .isBetween(broke.get(0).number(0) - 19, broke.get(0).number(0));
    }

    @Test
    void theSameSeedBreaksTheThreadAtTheSamePlaces() {
        assertThat(breaks(5)).isEqualTo(breaks(5)).isNotEqualTo(breaks(6));
    }

    @Test
    void theBreakButtonBreaksTheThreadAtTheNextStitch() {
        Bench bench = new Bench(traits).open().sendPolitely(Tapes.tape(DESIGN));
        bench.machine.breakThread();
        bench.sewOut();

        assertThat(bench.ledger().events(Kind.THREAD_BREAK)).hasSize(1);
        assertThat(only(bench).differencesFrom(DESIGN)).isEmpty();
    }

    @Test
    void stopHoldsTheNeedleAndThroughTheBufferTheHost() {
        Bench bench = new Bench(traits.withBufferBytes(256)).open();
        byte[] tape = Tapes.tape(DESIGN);
        bench.sendPolitely(Arrays.copyOf(tape, 700)).stop();
        bench.sendImpolitely(Arrays.copyOfRange(tape, 700, 770)).pass(600_000);
        long sewn = only(bench).stitchesInCloth();
        assertThat(bench.heard()).endsWith((int) XOFF);

        bench.pass(600_000);
        assertThat(only(bench).stitchesInCloth()).isEqualTo(sewn);

        bench.go().sendPolitely(Arrays.copyOfRange(tape, 770, tape.length)).sewOut();
        assertThat(only(bench).differencesFrom(DESIGN)).isEmpty();
    }

    @Test
    void resetInMidDesignEndsItAndTakesAnother() {
        Bench bench = new Bench(traits).open();
        bench.sendPolitely(Arrays.copyOf(Tapes.tape(Tapes.line("A", 300, 20)), 900))
                .reset();
        bench.sendPolitely(Tapes.tape(DESIGN)).sewOut();

        assertThat(bench.ledger().sewings("A"))
                .singleElement()
                .satisfies(s -> assertThat(s.ended()).isFalse());
        assertThat(bench.ledger().sewings("ROSE-1").get(0).differencesFrom(DESIGN))
                .isEmpty();
    }

    @Test
    void aSecondDesignSentBehindTheFirstWaitsForTheOperator() {
        StitchPattern second = Tapes.line("B", 20, 25);
        Bench bench = new Bench(traits)
                .open()
                .sendPolitely(Tapes.tape(DESIGN))
                .sendPolitely(Tapes.tape(second))
                .sewOut();

        assertThat(bench.ledger().sewings()).hasSize(2);
        assertThat(bench.ledger().sewings().get(1).differencesFrom(second)).isEmpty();
        long end = bench.ledger().events(Kind.END).get(0).millis();
        long start = bench.ledger().events(Kind.START).get(1).millis();
        assertThat(start - end)
                .isGreaterThanOrEqualTo(traits.operator().rehoop().toMillis());
    }

    @Test
    void anXonTellsTheHostThatTheNextClothIsIn() {
        Bench bench = new Bench(traits).open().sendPolitely(Tapes.tape(Tapes.line("A", 10, 20)));
        assertThat(bench.heard()).containsExactly((int) XON);
        bench.sewOut();
        assertThat(bench.heard()).containsExactly((int) XON, (int) XON);
    }

    private Bench interrupted(MachineTraits how) {
        byte[] broken = Tapes.tape(Tapes.line("A", 50, 20));
        broken[Tapes.LEADER + 512 + 2] = 0;
        Bench bench = new Bench(how).open().sendImpolitely(broken).sewOut();
        assertThat(bench.machine.state()).isEqualTo(Mechanism.State.INTERRUPTED);
        return bench;
    }

    private List<LedgerEvent> breaks(long seed) {
        return new Bench(traits.withBreaks(5, seed))
                .open()
                .sendPolitely(Tapes.tape(DESIGN))
                .sewOut()
                .ledger()
                .events(Kind.THREAD_BREAK);
    }

    /** From START to END with the whole design in the buffer, so that the line does not count. */
    private double secondsFor(StitchPattern pattern) {
        Bench bench = new Bench(traits.withBufferBytes(65536)).open();
        bench.sendPolitely(Arrays.copyOf(Tapes.tape(pattern), Tapes.LEADER + 512))
                .stop();
        byte[] tape = Tapes.tape(pattern);
        bench.sendPolitely(Arrays.copyOfRange(tape, Tapes.LEADER + 512, tape.length));
        bench.go().sewOut();
        return sewingMillis(bench) / 1000.0;
    }

    /** From the last go to the end. */
    private static long sewingMillis(Bench bench) {
        List<LedgerEvent> go = bench.ledger().events(Kind.GO);
        return bench.ledger().events(Kind.END).get(0).millis()
                - go.get(go.size() - 1).millis();
    }

    private static Sewing only(Bench bench) {
        assertThat(bench.ledger().sewings()).hasSize(1);
        return bench.ledger().sewings().get(0);
    }

    private static LedgerEvent last(Bench bench) {
        List<LedgerEvent> events = bench.ledger().events();
        return events.get(events.size() - 1);
    }

    private static List<Kind> kinds(Bench bench) {
        return bench.ledger().events().stream().map(LedgerEvent::kind).toList();
    }
}
