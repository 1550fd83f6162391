package org.stitchery.service.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stitchery.service.production.TestShop.PAUL;
import static org.stitchery.service.production.TestShop.ROSA;
import static org.stitchery.service.production.TestShop.penetrations;
import static org.stitchery.service.production.TestShop.zigzag;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stitchery.embroidery.format.Formats;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.service.Eventually;
import org.stitchery.service.platform.LedgerRow;
import org.stitchery.service.platform.ProblemException;
import org.stitchery.service.platform.TestDatabase;
import org.stitchery.service.production.TestShop.Station;

/** From a released order to a sewn garment, with real lines and a machine in a process of its own. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SewingTest {

    @Inject
    TestShop shop;

    @Inject
    ProductionFloor floor;

    @Inject
    FloorRules rules;

    @AfterEach
    void theRulesOfTheFloorHold() {
        assertThat(rules.broken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"serial", "network"})
    void aGarmentIsSewnExactlyAsDesignedAndEveryStepIsInTheLedger(String kind) {
        Station station = kind.equals("serial") ? shop.serial(5760, 100) : shop.network(11520, 100);
        shop.awaitIdle(station);
        StitchPattern design = zigzag(900);
        UUID run = shop.runs(shop.release(design, 1)).get(0);
        assignTo(station, run);

        floor.hoopedAndStart(RunRef.of(run), "shirt-1", ROSA);
        RunView sewing = await(run, RunState.SEWING);
        Eventually.until(
                "the needle is through",
                () -> station.penetrations(labelOf(sewing)).size() == 900);
        RunView done = floor.finished(RunRef.seen(run, sewing.version()), ROSA);

        assertThat(done.state()).isEqualTo(RunState.DONE);
        assertThat(done.stitchesOnTheWire()).isEqualTo(900);
        assertThat(station.penetrations(labelOf(sewing))).isEqualTo(penetrations(design));
        assertThat(station.starts(labelOf(sewing))).isEqualTo(1);
        assertThat(floor.history(run).orElseThrow().rows())
                .extracting(LedgerRow::event)
                .containsExactly("released", "assign", "hooped", "intent", "started", "sent", "finished");
        shop.close(station);
    }

    @Test
    void aMachinesFolderGetsTheWholeDesignUnderItsLabelAndNothingElse() throws Exception {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/machine-folders")), "press");
        UUID machine = shop.folder(folder).id();
        shop.awaitIdle(machine);
        StitchPattern design = zigzag(400);
        UUID run = shop.runs(shop.release(design, 1)).get(0);
        assignTo(machine, run);

        floor.hoopedAndStart(RunRef.of(run), "shirt-1", ROSA);
        RunView there = await(run, RunState.SEWING);

        Path file = folder.resolve(labelOf(there) + ".DST");
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining(path -> !path.equals(file));
        StitchPattern found = Formats.read(Files.readAllBytes(file), "design.dst", ReadOptions.cooked())
                .pattern();
        assertThat(penetrations(found)).isEqualTo(penetrations(design));
        assertThat(floor.finished(RunRef.seen(run, there.version()), ROSA).state())
                .isEqualTo(RunState.DONE);
        shop.close(machine);
    }

    @Test
    void anAbortInMidDesignLeavesASuspectRunThatHoldsItsMachineUntilAPersonDecides() {
        Station station = shop.serial(960, 20);
        shop.awaitIdle(station);
        List<UUID> runs = shop.runs(shop.release(zigzag(1500), 2));
        assignTo(station, runs.get(0));
        assignTo(station, runs.get(1));
        floor.hoopedAndStart(RunRef.of(runs.get(0)), "shirt-1", ROSA);
        await(runs.get(0), RunState.SENDING);

        RunView suspect = floor.abort(RunRef.of(runs.get(0)), ROSA);

        assertThat(suspect.state()).isEqualTo(RunState.SUSPECT);
        assertThat(suspect.allowedActions()).containsExactly("resolve");
        assertThatThrownBy(() -> floor.hooped(RunRef.of(runs.get(1)), "shirt-2", ROSA))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("suspect");
        assertThat(floor.queue(station.id()).orElseThrow().suspects())
                .extracting(RunView::runId)
                .containsExactly(runs.get(0));

        RunView spoiled = floor.resolveSuspect(
                RunRef.seen(runs.get(0), suspect.version()), new SuspectDecision.Spoiled(), "Half of it is on", ROSA);

        assertThat(spoiled.state()).isEqualTo(RunState.SPOILED);
        assertThat(floor.jobsOfOrder(spoiled.orderId()).get(0).runs()).hasSize(3);
        assertThat(floor.hooped(RunRef.of(runs.get(1)), "shirt-2", ROSA).state())
                .isEqualTo(RunState.ARMED);
        floor.disarm(RunRef.of(runs.get(1)), ROSA);
        shop.close(station);
    }

    @Test
    void aPauseStopsTheTapeAndResumingSewsTheRestOnce() {
        Station station = shop.network(960, 50);
        shop.awaitIdle(station);
        StitchPattern design = zigzag(1200);
        UUID run = shop.runs(shop.release(design, 1)).get(0);
        assignTo(station, run);
        floor.hoopedAndStart(RunRef.of(run), "shirt-1", ROSA);
        await(run, RunState.SENDING);

        RunView paused = floor.pause(RunRef.of(run), ROSA);
        assertThat(paused.state()).isEqualTo(RunState.PAUSED);
        floor.resume(RunRef.seen(run, paused.version()), ROSA);
        RunView sewing = await(run, RunState.SEWING);

        Eventually.until(
                "the needle is through",
                () -> station.penetrations(labelOf(sewing)).size() == 1200);
        assertThat(station.penetrations(labelOf(sewing))).isEqualTo(penetrations(design));
        floor.finished(RunRef.of(run), ROSA);
        shop.close(station);
    }

    @Test
    void aMachineThatIsSwitchedOffInMidDesignLeavesASuspectRunAndIsOfflineNotForgotten() {
        Station station = shop.network(960, 20);
        shop.awaitIdle(station);
        UUID run = shop.runs(shop.release(zigzag(1500), 1)).get(0);
        assignTo(station, run);
        floor.hoopedAndStart(RunRef.of(run), "shirt-1", ROSA);
        await(run, RunState.SENDING);

        station.process().stop();

        RunView suspect = await(run, RunState.SUSPECT);
        assertThat(suspect.holdReason()).isNotBlank();
        floor.resolveSuspect(RunRef.of(run), new SuspectDecision.Complete(), "It was all on already", PAUL);
        assertThat(floor.run(run).orElseThrow().state()).isEqualTo(RunState.DONE);
        shop.close(station);
    }

    @Test
    void aMachineThatDoesNotAnswerCannotBeStartedAndTheGarmentStaysAsItWas() {
        UUID machine = shop.silent().id();
        UUID run = shop.runs(shop.release(zigzag(40), 1)).get(0);
        RunView now = floor.run(run).orElseThrow();
        if (!machine.equals(now.machineId())) {
            assignTo(machine, run);
        }

        assertThatThrownBy(() -> floor.hoopedAndStart(RunRef.of(run), "shirt-1", ROSA))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo("MACHINE_NOT_READY"));
        assertThat(floor.run(run).orElseThrow().state()).isEqualTo(RunState.ASSIGNED);
        assertThat(floor.history(run).orElseThrow().attempts()).isEmpty();
    }

    private void assignTo(Station station, UUID run) {
        assignTo(station.id(), run);
    }

    private void assignTo(UUID machine, UUID run) {
        RunView now = floor.run(run).orElseThrow();
        if (now.state() == RunState.ASSIGNED && !machine.equals(now.machineId())) {
            floor.unassign(RunRef.of(run), PAUL);
        }
        if (floor.run(run).orElseThrow().state() == RunState.WAITING) {
            floor.assign(RunRef.of(run), machine, PAUL);
        }
    }

    private RunView await(UUID run, RunState state) {
        return Eventually.get("run is " + state, () -> floor.run(run).orElseThrow(), view -> view.state() == state);
    }

    private static String labelOf(RunView run) {
        return Objects.requireNonNull(run.attemptLabel(), "the run has an attempt");
    }
}
