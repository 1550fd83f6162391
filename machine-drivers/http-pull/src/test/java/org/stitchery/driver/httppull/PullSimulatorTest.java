package org.stitchery.driver.httppull;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.dst.DstFormat;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.simulator.MachinePlan;
import org.stitchery.simulator.Simulator;
import org.stitchery.simulator.ledger.Ledger;
import org.stitchery.simulator.ledger.Sewing;
import org.stitchery.simulator.line.ListenAddress;
import org.stitchery.simulator.machine.MachineTraits;

/** A simulated machine sews what an agent fetched for it, and its own ledger says what the needle did. */
@Timeout(600)
class PullSimulatorTest {

    /** {@code -Dpull.seeds=1000} takes a quarter of an hour. */
    private static final int SEEDS = Integer.getInteger("pull.seeds", 20);

    private static final Duration STALL = Duration.ofMillis(800);
    private static final StitchPattern DESIGN = zigzag(250);

    private final Path folder;
    private final Path ledger;
    private final AtomicBoolean over = new AtomicBoolean();
    private Simulator machine;

    PullSimulatorTest(@TempDir Path folder) {
        this.folder = folder;
        this.ledger = folder.resolve("machine.ledger");
    }

    @BeforeEach
    void switchOn() throws IOException {
        MachineTraits traits = MachineTraits.standard().withSpeedUp(5000).withBufferBytes(64 * 1024);
        machine = Simulator.start(
                List.of(new MachinePlan(new ListenAddress.Tcp("127.0.0.1", 0), ledger, 2_000_000, traits)));
    }

    @AfterEach
    void switchOff() {
        over.set(true);
        machine.close();
    }

    @Test
    void theNeedleDoesWhatTheDesignSaysAndSaysSo() throws Exception {
        try (RealDesk desk = new RealDesk(folder.resolve("fences"), Map.of())) {
            Thread agent = agent(desk.url(), new Random(1), 0);
            Outcome outcome = desk.deliver("ROSE-7", dst("ROSE-7"), Duration.ofSeconds(20))
                    .join();
            over.set(true);
            agent.join();

            assertThat(outcome).isInstanceOf(Outcome.Sewn.class);
            assertThat(Ledger.read(ledger).sewings("ROSE-7")).singleElement().satisfies(sewing -> {
                assertThat(sewing.differencesFrom(DESIGN)).isEmpty();
                assertThat(sewing.ended()).isTrue();
            });
            assertThat(desk.events())
                    .contains(new MachineEvent.CounterRead(250))
                    .contains(new MachineEvent.Sewing());
        }
    }

    private enum Kind {
        NOT_STARTED,
        UNKNOWN,
        SEWN
    }

    @Test
    void overLinesThatBreakAndAgentsThatForgetNothingIsSewnTwiceAndWhatIsSaidIsTrue() throws Exception {
        Map<Kind, Integer> count = new EnumMap<>(Kind.class);
        try (RealDesk desk = new RealDesk(folder.resolve("fences"), Map.of())) {
            URI at = URI.create(desk.url());
            for (int seed = 0; seed < SEEDS; seed++) {
                Random chance = new Random(seed);
                int worst = 1 + chance.nextInt(3000);
                int of = 2 + chance.nextInt(6);
                over.set(false);
                try (CuttingLine line =
                        new CuttingLine(at.getPort(), () -> chance(chance, of) ? 1 + below(chance, worst) : -1)) {
                    String url = "http://127.0.0.1:" + line.port() + at.getPath();
                    Thread agent = agent(url, chance, seed % 2 == 0 ? 0 : 10);
                    String label = "S" + seed;
                    Outcome outcome = desk.deliver(label, dst(label), STALL).join();
                    over.set(true);
                    agent.join();
                    Kind kind = check(label, outcome);
                    count.merge(kind, 1, Integer::sum);
                }
            }
        }
        System.getLogger(PullSimulatorTest.class.getName())
                .log(System.Logger.Level.INFO, SEEDS + " deliveries with faults: " + count);
        assertThat(count).containsKey(Kind.SEWN);
    }

    private Kind check(String label, Outcome outcome) throws IOException {
        List<Sewing> sewings = Ledger.read(ledger).sewings(label);
        String what = label + ": " + outcome + ", " + sewings.size() + " starts";
        assertThat(sewings).as(what).hasSizeLessThan(2);
        if (outcome instanceof Outcome.Sewn) {
            assertThat(sewings)
                    .as(what)
                    .singleElement()
                    .satisfies(
                            sewing -> assertThat(sewing.differencesFrom(DESIGN)).isEmpty());
            return Kind.SEWN;
        }
        if (outcome instanceof Outcome.NotStarted) {
            assertThat(sewings).as(what).isEmpty();
            return Kind.NOT_STARTED;
        }
        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        return Kind.UNKNOWN;
    }

    /** @param crashesOf of so many steps it does not survive one; 0 for a machine that lives for ever */
    private Thread agent(String url, Random chance, int crashesOf) {
        int port = URI.create(machine.addresses().get(0)).getPort();
        TapeAgent agent = new TapeAgent(url, port, ledger, () -> crashesOf > 0 && chance(chance, crashesOf), over::get);
        Thread thread = new Thread(agent, "agent");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static boolean chance(Random random, int of) {
        return below(random, of) == 0;
    }

    private static int below(Random random, int bound) {
        synchronized (random) {
            return random.nextInt(bound);
        }
    }

    private static byte[] dst(String label) {
        return DstFormat.DST
                .writer()
                .orElseThrow()
                .write(DESIGN.withName(label), WriteOptions.usual())
                .file()
                .bytes();
    }

    private static StitchPattern zigzag(int stitches) {
        StitchPattern.Builder builder = StitchPattern.builder("zigzag");
        for (int i = 0; i < stitches; i++) {
            builder.stitchTo(i * 2, i % 2 == 0 ? 0 : 25);
        }
        return builder.build();
    }
}
