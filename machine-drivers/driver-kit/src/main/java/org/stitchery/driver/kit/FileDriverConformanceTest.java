package org.stitchery.driver.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.Capabilities.Control;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.FileDriver;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.kit.ScriptedPlace.Fault;

/**
 * The questions every driver that puts files somewhere has to answer. A driver author extends this and supplies a driver
 * and a small order. Everything runs in fake time; a failure names errand and fault.
 *
 * <p>What they all come down to: a machine that looks into the folder at any moment sees under the final name the whole
 * design or nothing; nothing that lay there is ever replaced; and what the driver says at the end is true of what lies
 * there.
 */
public abstract class FileDriverConformanceTest {

    /** More than any delivery needs. */
    private static final int MOST_TURNS = 60;

    private static final int SOAK_JOBS = 300;
    private static final byte[] FOREIGN = {1, 2, 3};

    /** A fresh one each time. */
    protected abstract FileDriver driver();

    /** Settings that differ from their defaults. */
    protected Map<String, String> settings() {
        return Map.of();
    }

    /** An order of some hundred bytes that the driver takes. */
    protected abstract DeliveryOrder smallOrder();

    /** The name under which the machine looks for {@link #smallOrder()}. */
    protected abstract String finishedName();

    /** The names of {@link #smallOrder()}'s side files, where the driver puts them beside the design. */
    protected Set<String> namesBeside() {
        return Set.of();
    }

    // ---- what it says about itself

    @Test
    void descriptionAndSettingsAreSane() {
        DescriptionQuestions.ask(driver().description());
        assertThat(driver().description()).isEqualTo(driver().description());
    }

    @Test
    void itSaysWhichFormatsItTakesWithTheseSettings() {
        DescriptionQuestions.askFormats(driver(), driverSettings());
    }

    @Test
    void capabilitiesAreSane() {
        DescriptionQuestions.ask(capabilities());
        assertThat(capabilities().delivery()).isNotEqualTo(Capabilities.Delivery.STREAM);
    }

    @Test
    void itIsFoundAsAService() {
        assertThat(ServiceLoader.load(MachineDriver.class))
                .as("META-INF/services/%s names it", MachineDriver.class.getName())
                .anyMatch(found -> found.getClass() == driver().getClass());
    }

    // ---- a place that behaves

    @Test
    void theWholeDesignLiesThereUnderItsNameAndNothingElse() {
        for (int slow = 0; slow < 4; slow++) {
            FileBench bench = bench(new ScriptedPlace(slow));
            Outcome outcome = bench.deliver(smallOrder());
            assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
            assertThat(bench.place.files()).containsOnlyKeys(allNames());
            check("friendly place", outcome, bench, null);
        }
    }

    @Test
    void nothingIsChangedBeforeADeliveryIsTurned() throws IOException {
        FileBench bench = bench(new ScriptedPlace(0));
        bench.connection.listen();
        bench.connection.deliver(smallOrder());
        assertThat(bench.place.changes()).isZero();
    }

    @Test
    void aProbeChangesNothing() {
        FileBench bench = bench(new ScriptedPlace(1));
        assertThat(bench.run(bench.connection.probe(), Duration.ofSeconds(5)).detail())
                .isNotBlank();
        assertThat(bench.place.changes()).isZero();
    }

    @Test
    void twoDeliveriesAtATimeAreRefused() {
        FileBench bench = bench(new ScriptedPlace(0));
        bench.connection.deliver(smallOrder());
        assertThatThrownBy(() -> bench.connection.deliver(smallOrder())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anUnknownFormatIsRejectedBeforeAnythingIsWritten() {
        DeliveryOrder order = smallOrder();
        DeliveryOrder strange = new DeliveryOrder(order.label(), "no-such-format", order.content(), order.fence());
        FileBench bench = bench(new ScriptedPlace(0));
        assertThat(bench.deliver(strange)).isInstanceOf(Outcome.Rejected.class);
        assertThat(bench.place.changes()).isZero();
    }

    // ---- places that misbehave

    @Test
    void aFileOfThatNameIsNeverReplaced() {
        ScriptedPlace place = new ScriptedPlace(0);
        place.put(finishedName(), FOREIGN);
        FileBench bench = bench(place);
        Outcome outcome = bench.deliver(smallOrder());
        assertThat(outcome).isInstanceOf(Outcome.Hold.class);
        check("name taken", outcome, bench, FOREIGN);
    }

    @Test
    void whateverGoesWrongWithAnyErrandTheTruthIsTold() {
        FileBench friendly = bench(new ScriptedPlace(0));
        friendly.deliver(smallOrder());
        // Two more than a good delivery needs: looking again and tidying up can go wrong too.
        for (int errand = 0; errand < friendly.place.errands() + 2; errand++) {
            for (Fault fault : Fault.values()) {
                for (int slow = 0; slow < 2; slow++) {
                    String what = fault + " at errand " + errand;
                    FileBench bench = bench(new ScriptedPlace(slow).goingWrongAt(errand, fault));
                    check(what, bench.deliver(smallOrder()), bench, null);
                }
            }
        }
    }

    @Test
    void whatAnUnfinishedAttemptLeftBehindIsNoObstacle() throws IOException {
        for (int turns = 0; turns < MOST_TURNS; turns++) {
            ScriptedPlace place = new ScriptedPlace(1);
            FileBench first = bench(place);
            Exchange<Outcome> exchange = first.connection.deliver(smallOrder());
            if (!turns(first, exchange, turns)) {
                return;
            }
            Outcome left = first.ended(exchange, Exchange.Ending.LINK_LOST);
            FileBench second = bench(place);
            Outcome outcome = second.deliver(smallOrder());
            if (left instanceof Outcome.NotStarted && outcome instanceof Outcome.Hold) {
                // A list of colours that lies there under its final name may be anybody's; a person may be asked.
                assertThat(place.files().keySet()).as("after %d turns", turns).containsAnyElementsOf(namesBeside());
            } else if (left instanceof Outcome.NotStarted) {
                assertThat(outcome).as("after %d turns", turns).isInstanceOf(Outcome.Delivered.class);
                assertThat(place.files()).containsOnlyKeys(allNames());
            }
            check("second attempt after " + turns + " turns", outcome, second, null);
        }
    }

    // ---- obeying the host

    @Test
    void endedFromOutsideItTellsTheTruthAtOnce() throws IOException {
        for (Exchange.Ending why : Exchange.Ending.values()) {
            for (int turns = 0; turns < MOST_TURNS; turns++) {
                FileBench bench = bench(new ScriptedPlace(1));
                Exchange<Outcome> exchange = bench.connection.deliver(smallOrder());
                if (turns(bench, exchange, turns)) {
                    check(why + " after " + turns + " turns", bench.ended(exchange, why), bench, null);
                }
            }
        }
    }

    @Test
    void anAbortEndsItWithTheTruthAndLeavesNothingHalfDone() throws IOException {
        assumeThat(capabilities().abort()).isEqualTo(Control.BY_HOST);
        for (int turns = 0; turns < MOST_TURNS; turns++) {
            FileBench bench = bench(new ScriptedPlace(1));
            Exchange<Outcome> exchange = bench.connection.deliver(smallOrder());
            if (!turns(bench, exchange, turns)) {
                return;
            }
            bench.connection.abort();
            Outcome outcome = bench.run(exchange, Duration.ofSeconds(1));
            check("aborted after " + turns + " turns", outcome, bench, null);
            if (outcome instanceof Outcome.NotStarted) {
                assertThat(bench.place.files()).as("after %d turns", turns).isEmpty();
            }
        }
    }

    @Test
    void pauseResumeAndAbortWithoutADeliveryDoNothing() {
        FileBench bench = bench(new ScriptedPlace(0));
        bench.connection.pause();
        bench.connection.resume();
        bench.connection.abort();
        assertThat(bench.place.changes()).isZero();
        assertThat(bench.events).isEmpty();
        assertThat(bench.deliver(smallOrder())).isInstanceOf(Outcome.Delivered.class);
    }

    @Test
    void someHundredJobsOnOneConnectionAllArrive() {
        ScriptedPlace place = new ScriptedPlace(0);
        FileBench bench = bench(place);
        for (int job = 0; job < SOAK_JOBS; job++) {
            DeliveryOrder order = smallOrder();
            String label = "J" + job;
            Outcome outcome = bench.deliver(
                    new DeliveryOrder(label, order.format(), order.content(), order.fence(), order.sideFiles(), 0));
            assertThat(outcome).as("job %d", job).isInstanceOf(Outcome.Delivered.class);
        }
        assertThat(place.files()).hasSize(SOAK_JOBS * allNames().length);
    }

    // ---- the truth

    private void check(String what, Outcome outcome, FileBench bench, byte @Nullable [] foreign) {
        try {
            assertThat(outcome.detail()).as("a sentence for the operator").isNotBlank();
            byte[] design = smallOrder().content();
            List<byte[]> finals = new ArrayList<>();
            for (Map<String, byte[]> state : bench.place.seen()) {
                byte[] there = state.get(finishedName());
                if (there != null) {
                    finals.add(there);
                }
            }
            assertThat(finals)
                    .as("under the final name there was ever only the whole design, or what lay there before")
                    .allMatch(there -> Arrays.equals(there, foreign == null ? design : foreign));
            assertThat(bench.place.seen())
                    .as("a machine never finds the design without what belongs beside it")
                    .allMatch(state -> foreign != null
                            || !state.containsKey(finishedName())
                            || state.keySet().containsAll(namesBeside()));
            boolean delivered = foreign == null && !finals.isEmpty();
            if (outcome instanceof Outcome.Delivered said) {
                assertThat(said.evidence()).isGreaterThanOrEqualTo(Evidence.ON_THE_WIRE);
                assertThat(delivered).as("Delivered means that it lies there").isTrue();
            } else if (outcome instanceof Outcome.NotStarted notStarted) {
                assertThat(notStarted.proof()).isNotBlank();
                assertThat(delivered).as("NotStarted needs proof").isFalse();
            } else if (outcome instanceof Outcome.Hold || outcome instanceof Outcome.Rejected) {
                assertThat(delivered)
                        .as("%s after the design was there", outcome)
                        .isFalse();
            } else if (outcome instanceof Outcome.Sewn) {
                assertThat(capabilities().telemetry())
                        .as("who has no telemetry cannot know that a design is sewn")
                        .isNotEmpty();
            }
        } catch (AssertionError e) {
            throw new AssertionError(what + ": " + outcome + ": " + e.getMessage(), e);
        }
    }

    /** @return false when the exchange ended before */
    private static boolean turns(FileBench bench, Exchange<Outcome> exchange, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            if (bench.turn(exchange) != null) {
                return false;
            }
        }
        return true;
    }

    private String[] allNames() {
        return Stream.concat(Stream.of(finishedName()), namesBeside().stream()).toArray(String[]::new);
    }

    private FileBench bench(ScriptedPlace place) {
        return new FileBench(driver(), driverSettings(), place);
    }

    private DriverSettings driverSettings() {
        return DriverSettings.of(driver().description().settings(), settings());
    }

    private Capabilities capabilities() {
        return driver().capabilities(driverSettings());
    }
}
