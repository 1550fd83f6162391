package org.stitchery.driver.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.FileDriver;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.SideFile;
import org.stitchery.transport.Links;
import org.stitchery.transport.MachineLine;
import org.stitchery.transport.MachineUri;
import org.stitchery.transport.PacingLoop;
import org.stitchery.transport.Secrets;

class FolderOnRealPlaceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path fences;
    private final Path designs;
    private final FileDriver driver = new FolderDriver();

    FolderOnRealPlaceTest(@TempDir Path folder) throws IOException {
        this.fences = folder.resolve("fences");
        this.designs = Files.createDirectory(folder.resolve("designs"));
    }

    @Test
    void aDesignLiesThereWithItsOwnBytes() throws IOException {
        byte[] content = new byte[300_000];
        new Random(5).nextBytes(content);
        try (PacingLoop loop = new PacingLoop()) {
            Outcome outcome = attach(loop)
                    .deliver(new DeliveryOrder("KX7Q2MPA", "dst", content, 4), PATIENCE)
                    .join();
            assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        }
        assertThat(designs.toFile().list()).containsExactly("KX7Q2MPA.DST");
        assertThat(designs.resolve("KX7Q2MPA.DST")).hasBinaryContent(content);
    }

    @Test
    void theSameLabelTwiceIsHeldAndNothingIsReplaced() throws IOException {
        try (PacingLoop loop = new PacingLoop()) {
            MachineLine line = attach(loop);
            line.deliver(new DeliveryOrder("KX7Q2MPA", "dst", new byte[] {1}, 4), PATIENCE)
                    .join();
            Outcome second = line.deliver(new DeliveryOrder("KX7Q2MPA", "dst", new byte[] {2}, 4), PATIENCE)
                    .join();
            assertThat(second).isInstanceOf(Outcome.Hold.class);
        }
        assertThat(designs.resolve("KX7Q2MPA.DST")).hasBinaryContent(new byte[] {1});
    }

    @Test
    void aFolderThatGoesAwayBeforeTheDeliveryIsNotStarted() throws IOException {
        try (PacingLoop loop = new PacingLoop()) {
            MachineLine line = attach(loop);
            Files.delete(designs);
            Outcome outcome = line.deliver(new DeliveryOrder("KX7Q2MPA", "dst", new byte[] {1}, 4), PATIENCE)
                    .join();
            assertThat(outcome).isInstanceOf(Outcome.NotStarted.class);
        }
    }

    @Test
    void aListOfColoursLiesBesideTheDesign() throws IOException {
        DeliveryOrder order = new DeliveryOrder(
                "KX7Q2MPA", "dst", new byte[] {1}, 4, List.of(new SideFile("edr", new byte[] {7, 8, 9, 0})), 0);
        try (PacingLoop loop = new PacingLoop()) {
            Outcome outcome = attach(loop, Map.of("colors", "edr"), event -> {})
                    .deliver(order, PATIENCE)
                    .join();
            assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
        }
        assertThat(designs.toFile().list()).containsExactlyInAnyOrder("KX7Q2MPA.DST", "KX7Q2MPA.EDR");
        assertThat(designs.resolve("KX7Q2MPA.EDR")).hasBinaryContent(new byte[] {7, 8, 9, 0});
    }

    @Test
    void withoutTheListThatIsWantedNothingIsWritten() throws IOException {
        try (PacingLoop loop = new PacingLoop()) {
            Outcome outcome = attach(loop, Map.of("colors", "inf"), event -> {})
                    .deliver(new DeliveryOrder("KX7Q2MPA", "dst", new byte[] {1}, 4), PATIENCE)
                    .join();
            assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        }
        assertThat(designs).isEmptyDirectory();
    }

    /** Taken by the machine or tidied up by a person: nobody can tell, so it is said and nothing follows from it. */
    @Test
    void aDesignThatGoesFromTheFolderIsAHint() throws Exception {
        CompletableFuture<String> hint = new CompletableFuture<>();
        try (PacingLoop loop = new PacingLoop()) {
            MachineLine line = attach(loop, Map.of(), event -> {
                if (event instanceof MachineEvent.NeedsPerson asks) {
                    hint.complete(asks.detail());
                }
            });
            line.deliver(new DeliveryOrder("KX7Q2MPA", "dst", new byte[] {1}, 4), PATIENCE)
                    .join();
            Files.delete(designs.resolve("KX7Q2MPA.DST"));
            assertThat(hint.get(30, TimeUnit.SECONDS))
                    .contains("KX7Q2MPA.DST")
                    .contains("whether it was sewn is for a person to say");
        }
    }

    private MachineLine attach(PacingLoop loop) throws IOException {
        return attach(loop, Map.of(), event -> {});
    }

    private MachineLine attach(PacingLoop loop, Map<String, String> given, Consumer<MachineEvent> listener)
            throws IOException {
        MachineUri uri = MachineUri.parse("folder:" + designs);
        DriverSettings settings = DriverSettings.of(driver.description().settings(), given);
        return loop.attach(Links.open(uri, fences, Secrets.of(Map.of()), PATIENCE), driver, settings, 4, listener);
    }
}
