package org.stitchery.digitizer.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.digitizer.DigitizeSettings;
import org.stitchery.digitizer.Digitized;
import org.stitchery.digitizer.Digitizer;
import org.stitchery.digitizer.Progress;
import org.stitchery.digitizer.advice.Fix;
import org.stitchery.digitizer.fabric.FabricRecipe;
import org.stitchery.digitizer.lettering.Inscription;
import org.stitchery.digitizer.lettering.Inscription.Kind;
import org.stitchery.digitizer.lettering.Inscription.Line;
import org.stitchery.digitizer.lettering.Inscription.Place;
import org.stitchery.digitizer.svg.IntakeSettings;
import org.stitchery.digitizer.svg.SvgIntake;
import org.stitchery.digitizer.worker.WorkerResult.Done;
import org.stitchery.digitizer.worker.WorkerResult.Failed;
import org.stitchery.digitizer.worker.WorkerResult.Failed.Reason;
import org.stitchery.digitizer.worker.WorkerResult.Inspected;
import org.stitchery.digitizer.worker.WorkerResult.Refused;
import org.stitchery.embroidery.model.Hoop;
import org.stitchery.embroidery.model.ThreadColor;

/** With real child processes. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WorkerPoolTest {

    private static final byte[] GOOD = svg("<rect x='10' y='10' width='30' height='20' fill='#c00'/>");

    private static byte[] svg(String body) {
        return ("<svg xmlns='http://www.w3.org/2000/svg' width='100mm' height='100mm' viewBox='0 0 100 100'>"
                        + "<title>A test</title>" + body + "</svg>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static WorkerSettings settings(int workers, int heapMb, Duration deadline, int filesPerWorker) {
        return new WorkerSettings(
                WorkerClassPath.ofThisProcess(),
                workers,
                heapMb,
                8,
                deadline,
                deadline.multipliedBy(2),
                filesPerWorker);
    }

    private static WorkerPool pool() {
        return new WorkerPool(settings(1, 256, Duration.ofSeconds(60), 500));
    }

    private static DigitizeSettings digitize() {
        return new DigitizeSettings(
                "test",
                new FabricRecipe("twill", 0.4, 4, 0.2, 2, true, "cut-away", ""),
                List.of(ThreadColor.ofRgb(0xCC0000), ThreadColor.ofRgb(0)),
                new Hoop("100 x 100", 100, 100));
    }

    private static WorkerRequest inspect(byte[] svg) {
        return WorkerRequest.inspect(svg, OptionalDouble.empty());
    }

    @Test
    void aChildDigitizesExactlyAsTheLibraryDoes() {
        try (WorkerPool pool = pool()) {
            WorkerResult result = pool.submit(WorkerRequest.digitize(GOOD, OptionalDouble.of(50), digitize()))
                    .join();
            Digitized here = new Digitizer()
                    .digitize(SvgIntake.read(GOOD, IntakeSettings.toWidth(50)), digitize(), Progress.NONE);
            assertThat(result).isEqualTo(new Done(here, List.of()));
        }
    }

    @Test
    void aChildSewsWordsAndComesBackWithAdviceAndWhatItWouldChange() {
        Inscription small = new Inscription("Anna", Kind.TEXT, "block", 4, Line.STRAIGHT, Place.BELOW, 0);
        try (WorkerPool pool = pool()) {
            WorkerResult result = pool.submit(WorkerRequest.digitize(GOOD, OptionalDouble.of(50), digitize())
                            .with(new Wishes(small, 0, null, true)))
                    .join();
            assertThat(result).isInstanceOfSatisfying(Done.class, done -> {
                assertThat(done.digitized().pattern().threads()).hasSize(2);
                assertThat(done.advice()).singleElement().satisfies(advice -> {
                    assertThat(advice.finding().code()).isEqualTo("TEXT_TOO_SMALL");
                    assertThat(advice.fix()).isInstanceOf(Fix.LargerText.class);
                    assertThat(advice.mended()).isNotNull().isNotEqualTo(done.digitized());
                });
            });
        }
    }

    @Test
    void aChildTellsWhatADrawingHolds() {
        try (WorkerPool pool = pool()) {
            WorkerResult result = pool.submit(inspect(GOOD)).join();
            assertThat(result).isEqualTo(new Inspected("A test", 100, 100, 30, 20, 1, List.of(0xCC0000), List.of()));
        }
    }

    @Test
    void aRefusalComesBackAsARefusalAndTheChildGoesOn() {
        try (WorkerPool pool = pool()) {
            WorkerResult refused = pool.submit(inspect(new byte[0])).join();
            assertThat(refused).isInstanceOf(Refused.class);
            assertThat(((Refused) refused).code()).isEqualTo("E_EMPTY");
            List<Long> before = pool.pids();
            assertThat(pool.submit(inspect(GOOD)).join()).isInstanceOf(Inspected.class);
            assertThat(pool.pids()).isEqualTo(before);
        }
    }

    @Test
    void aChildKilledInMidWorkGivesACrashAndAnotherTakesItsPlace() throws Exception {
        try (WorkerPool pool = pool()) {
            assertThat(pool.submit(inspect(GOOD)).join()).isInstanceOf(Inspected.class);
            long pid = pool.pids().get(0);
            // Stopped, so that it is certainly still at work when it is killed.
            signal("-STOP", pid);
            CompletableFuture<WorkerResult> answer = pool.submit(inspect(GOOD));
            await(() -> pool.waiting() == 0);
            signal("-KILL", pid);
            assertThat(answer.join())
                    .isInstanceOf(Failed.class)
                    .extracting("reason")
                    .isEqualTo(Reason.CRASHED);
            assertThat(pool.submit(inspect(GOOD)).join()).isInstanceOf(Inspected.class);
            assertThat(pool.pids()).doesNotContain(pid);
        }
    }

    @Test
    void aChildThatHangsIsKilledAtItsDeadline() throws Exception {
        try (WorkerPool pool = new WorkerPool(settings(1, 256, Duration.ofSeconds(2), 500))) {
            pool.submit(inspect(GOOD)).join();
            await(() -> !pool.pids().isEmpty());
            long pid = pool.pids().get(0);
            signal("-STOP", pid);
            WorkerResult result = pool.submit(inspect(GOOD)).join();
            assertThat(result).isInstanceOf(Failed.class).extracting("reason").isEqualTo(Reason.TIMEOUT);
            assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false))
                    .isFalse();
        }
    }

    @Test
    void aChildThatRunsOutOfMemoryIsReplacedAndTheParentLives() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 40_000; i++) {
            many.append("<rect x='").append(i % 90).append("' y='1' width='1' height='1'/>");
        }
        try (WorkerPool pool = new WorkerPool(settings(1, 12, Duration.ofSeconds(60), 500))) {
            WorkerResult result = pool.submit(inspect(svg(many.toString()))).join();
            assertThat(result).isInstanceOf(Failed.class).extracting("reason").isIn(Reason.ERROR, Reason.CRASHED);
            assertThat(pool.submit(inspect(GOOD)).join()).isInstanceOf(Inspected.class);
        }
    }

    @Test
    void aChildThatAnswersGarbageIsNotBelieved(@TempDir Path folder) throws Exception {
        Path source = folder.resolve("DigitizerWorker.java");
        Files.writeString(source, """
                package org.stitchery.digitizer.worker;
                public class DigitizerWorker {
                    public static void main(String[] args) throws Exception {
                        java.io.DataOutputStream out = new java.io.DataOutputStream(System.out);
                        out.writeInt(0x53544348); out.writeByte(1); out.writeByte(0); out.writeInt(0); out.writeInt(0);
                        out.flush();
                        System.in.read();
                        out.writeBytes("HTTP/1.1 200 OK, or so one might think");
                        out.flush();
                        Thread.sleep(60_000);
                    }
                }
                """);
        int compiled =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString());
        assertThat(compiled).isZero();
        WorkerSettings settings =
                new WorkerSettings(folder.toString(), 1, 64, 8, Duration.ofSeconds(30), Duration.ofSeconds(30), 500);
        try (WorkerPool pool = new WorkerPool(settings)) {
            WorkerResult result = pool.submit(inspect(GOOD)).join();
            assertThat(result).isInstanceOf(Failed.class).extracting("reason").isEqualTo(Reason.CRASHED);
            assertThat(((Failed) result).detail()).contains("No frame of version 1");
        }
    }

    @Test
    void aClassPathThatLeadsNowhereGivesAFailureThatSaysSo(@TempDir Path empty) {
        WorkerSettings settings =
                new WorkerSettings(empty.toString(), 1, 64, 8, Duration.ofSeconds(30), Duration.ofSeconds(30), 500);
        try (WorkerPool pool = new WorkerPool(settings)) {
            WorkerResult result = pool.submit(inspect(GOOD)).join();
            assertThat(((Failed) result).detail()).contains("DigitizerWorker");
        }
    }

    @Test
    void aChildIsReplacedAfterItsShareOfFiles() {
        try (WorkerPool pool = new WorkerPool(settings(1, 256, Duration.ofSeconds(60), 2))) {
            List<Long> seen = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                await(() -> !pool.pids().isEmpty());
                seen.addAll(pool.pids());
                assertThat(pool.submit(inspect(GOOD)).join()).isInstanceOf(Inspected.class);
            }
            assertThat(seen.stream().distinct().count()).isGreaterThan(1);
        }
    }

    @Test
    void aFullQueueTurnsRequestsAway() throws Exception {
        try (WorkerPool pool = pool()) {
            pool.submit(inspect(GOOD)).join();
            signal("-STOP", pool.pids().get(0));
            List<CompletableFuture<WorkerResult>> answers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                answers.add(pool.submit(inspect(GOOD)));
            }
            assertThat(answers.get(11)).isCompleted();
            assertThat(answers.get(11).join()).extracting("reason").isEqualTo(Reason.BUSY);
        }
    }

    @Test
    void aChildEndsWhenItsParentGoesAwayEvenInTheMiddleOfWork() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        WorkerClassPath.ofThisProcess(),
                        DigitizerWorker.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (DataInputStream in = new DataInputStream(child.getInputStream())) {
            assertThat(Frame.read(in)).extracting("kind").isEqualTo(Frame.Kind.HELLO);
            // A dead parent's pipes are closed by the system, just like this.
            child.getOutputStream().close();
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).isZero();
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void aClosedPoolTurnsRequestsAwayAndItsChildrenAreGone() {
        WorkerPool pool = pool();
        pool.submit(inspect(GOOD)).join();
        ProcessHandle child = ProcessHandle.of(pool.pids().get(0)).orElseThrow();
        pool.close();
        assertThat(child.isAlive()).isFalse();
        assertThat(pool.submit(inspect(GOOD)).join()).extracting("reason").isEqualTo(Reason.BUSY);
    }

    /** Even where a library has something to complain about, which takes more of it than when all is well. */
    @Test
    void aChildHasAllItNeedsOnTheClassPathThisProcessFinds() {
        try (WorkerPool pool = pool()) {
            WorkerResult result = pool.submit(inspect(svg("<rect width='9' height='9' transform='rotate(x) wobble'/>"
                            + "<svg width='9' height='9' viewBox='0 0 9 9' preserveAspectRatio='odd'>"
                            + "<path transform='scale(2 1)' d='M0 0h9' stroke='#000'/></svg>")))
                    .join();
            assertThat(result).isInstanceOf(Inspected.class);
            assertThat(((Inspected) result).findings()).extracting("code").contains("W_TRANSFORM_IGNORED");
        }
    }

    private static void signal(String signal, long pid) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "Needs /bin/kill to send signals");
        Process kill = new ProcessBuilder("/bin/kill", signal, Long.toString(pid)).start();
        assertThat(kill.waitFor()).isZero();
    }

    /** Waits for another process, which nothing can be told to signal. */
    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time of waiting").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
