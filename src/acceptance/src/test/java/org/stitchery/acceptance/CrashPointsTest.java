package org.stitchery.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.simulator.ledger.Sewing;

/**
 * The service ends at every named place where its end could matter, as at a power cut. Whoever starts it again finds the
 * garment either untouched or asked about, and no needle goes down twice.
 *
 * <p>One shop lives through all of them: each start of the service is the restart after one crash and bears the next.
 */
class CrashPointsTest {

    private static final String DRAWING = """
            <svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="30mm" viewBox="0 0 40 30">
              <rect x="2" y="2" width="36" height="26" rx="4" fill="#1d4f91"/>
              <circle cx="20" cy="15" r="8" fill="#f2b632"/>
            </svg>
            """;

    /** Seconds on a quiet computer; a busy one may take its time over what must happen, not over what must not. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Map<String, String> SHOP = Map.of("STITCHERY_DEMO_SPEED_UP", "100");

    private enum Left {
        UNTOUCHED,
        SUSPECT,
        DONE
    }

    /** A place in the program, whether it lies in the operator's "finished", and how the run must be found afterwards. */
    private record Point(String name, boolean atTheEnd, Left left) {}

    private static final List<Point> POINTS = List.of(
            new Point("before-intent-commit", false, Left.UNTOUCHED),
            new Point("after-intent-commit", false, Left.SUSPECT),
            new Point("before-first-byte", false, Left.SUSPECT),
            new Point("after-first-byte", false, Left.SUSPECT),
            new Point("after-last-byte", false, Left.SUSPECT),
            new Point("mid-block", false, Left.SUSPECT),
            new Point("before-done-commit", true, Left.SUSPECT),
            new Point("after-done-commit", true, Left.DONE));

    private final List<String> completed = new ArrayList<>();

    @Test
    void whereverTheProcessEndsAPersonIsAskedAndNoNeedleGoesDownTwice(@TempDir Path folder) throws Exception {
        Path drawing = folder.resolve("sign.svg");
        Files.writeString(drawing, DRAWING);
        StitchPattern sign = Design.of(drawing, 40, folder);
        // The first point lies in the start of a run: orders do not come by it.
        Map<String, String> first = RunningService.armed(POINTS.get(0).name());
        try (RunningService service = RunningService.start(folder.resolve("data"), SHOP, first)) {
            Workshop shop = new Workshop(service);
            shop.order(drawing, 40, 16);
            Needle needle = new Needle(service.data());
            List<String> machines = shop.machines();

            for (int i = 0; i < POINTS.size(); i++) {
                String id = driveTo(POINTS.get(i), shop, service, machines.get(i % machines.size()));
                service.startAgain(
                        i + 1 < POINTS.size()
                                ? RunningService.armed(POINTS.get(i + 1).name())
                                : Map.of());
                assertLeft(POINTS.get(i), id, shop, needle);
            }
            theStartItselfIsCutShortTwice(shop, service, needle, machines.get(0));

            assertThat(needle.sewings()).extracting(Sewing::label).doesNotHaveDuplicates();
            assertThat(needle.sewings()).allSatisfy(sewing -> {
                List<String> differences = sewing.differencesFrom(sign);
                if (sewing.ended()) {
                    assertThat(differences).isEmpty();
                } else {
                    assertThat(differences).singleElement().asString().startsWith("ends after");
                }
            });
            assertThat(completed)
                    .allSatisfy(label ->
                            assertThat(needle.sewings(label)).singleElement().matches(Sewing::ended));
        }
    }

    /** Has the process end at the point; answers with the run that was in its hands. */
    private String driveTo(Point point, Workshop shop, RunningService service, String machine) {
        Workshop.Run run = shop.startable(machine);
        if (point.atTheEnd()) {
            shop.start(run);
            Workshop.Run sewing = shop.awaitState(run.id(), "SEWING", PATIENCE);
            completed.add(sewing.label());
            new Needle(service.data()).waitForEnd(sewing.label());
            dying(() -> shop.act(sewing, "finished", Map.of()));
        } else {
            dying(() -> shop.start(run));
        }
        service.awaitDeathAtCrashPoint();
        return run.id();
    }

    /** The process ends while it takes its machines over, and again while it renews its leases. */
    private void theStartItselfIsCutShortTwice(Workshop shop, RunningService service, Needle needle, String machine)
            throws Exception {
        Workshop.Run run = shop.startable(machine);
        shop.start(run);
        shop.awaitState(run.id(), "SENDING", PATIENCE);
        service.kill();
        service.startAndDie("after-fence-ack");
        service.startAndDie("during-lease-renew");
        service.startAgain();
        assertLeft(new Point("during-lease-renew", false, Left.SUSPECT), run.id(), shop, needle);
    }

    private void assertLeft(Point point, String id, Workshop shop, Needle needle) {
        switch (point.left()) {
            case UNTOUCHED -> {
                Workshop.Run run = shop.startable(shop.run(id).machineId());
                assertThat(run.id()).as(point.name()).isEqualTo(id);
                assertThat(needle.sewings()).as(point.name()).isEmpty();
            }
            case SUSPECT -> assertAsked(point, shop.awaitState(id, "SUSPECT", PATIENCE), shop, needle);
            case DONE -> {
                Workshop.Run run = shop.run(id);
                assertThat(run.state()).as(point.name()).isEqualTo("DONE");
                assertThat(needle.sewings(run.label())).as(point.name()).hasSize(1);
            }
        }
    }

    private void assertAsked(Point point, Workshop.Run suspect, Workshop shop, Needle needle) {
        String machine = suspect.machineId();
        Awaitility.await(point.name() + ": the machine wants a person")
                .atMost(PATIENCE)
                .until(() -> shop.machineState(machine).equals("ATTENTION"));
        assertThat(suspect.allowed()).as(point.name()).containsExactly("resolve");
        needle.waitForRest();
        List<Sewing> before = needle.sewings();
        shop.runsAt(machine).stream()
                .filter(other -> !other.id().equals(suspect.id()))
                .findFirst()
                .ifPresent(next -> assertThat(shop.act(next, "hooped-and-start", Map.of("garmentTag", "too early")))
                        .as(point.name() + ": the queue is held")
                        .isEqualTo(409));
        assertThat(needle.waitForRest()).as(point.name()).isEqualTo(penetrations(before));

        String answer = answer(needle.sewings(suspect.label()));
        Map<String, Object> seen = Map.of("decision", answer, "reason", "Seen in the hoop after " + point.name());
        assertThat(shop.act(suspect, "resolve", seen)).as(point.name()).isEqualTo(200);
    }

    /** What a person sees in the hoop. */
    private static String answer(List<Sewing> sewings) {
        if (sewings.stream().allMatch(sewing -> sewing.penetrations().isEmpty())) {
            return "NOT_BEGUN";
        }
        return sewings.get(0).ended() ? "COMPLETE" : "SPOILED";
    }

    private static long penetrations(List<Sewing> sewings) {
        return sewings.stream()
                .mapToLong(sewing -> sewing.penetrations().size())
                .sum();
    }

    /** Asks for something in the middle of which the other side ends. */
    private static void dying(Runnable wish) {
        try {
            wish.run();
        } catch (Exception broken) {
            // The connection ends with the process; that it ended is looked at next.
            assertThat(broken).isNotInstanceOf(AssertionError.class);
        }
    }
}
