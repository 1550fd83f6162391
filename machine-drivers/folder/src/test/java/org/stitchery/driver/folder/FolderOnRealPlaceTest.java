package org.stitchery.driver.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.FileDriver;
import org.stitchery.driver.api.Outcome;
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

    private MachineLine attach(PacingLoop loop) throws IOException {
        MachineUri uri = MachineUri.parse("folder:" + designs);
        DriverSettings settings = DriverSettings.of(driver.description().settings(), Map.of());
        return loop.attach(Links.open(uri, fences, Secrets.of(Map.of()), PATIENCE), driver, settings, 4, event -> {});
    }
}
