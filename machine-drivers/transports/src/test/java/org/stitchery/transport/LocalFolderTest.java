package org.stitchery.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.driver.api.FilePlaceException;
import org.stitchery.driver.api.FilePlaceException.Reason;
import org.stitchery.driver.api.PlacedFile;

class LocalFolderTest {

    private static final Secrets NONE = Secrets.of(Map.of());

    private final Path fences;
    private final Path designs;

    LocalFolderTest(@TempDir Path folder) throws IOException {
        this.fences = folder.resolve("fences");
        this.designs = Files.createDirectory(folder.resolve("designs"));
    }

    @Test
    void aFileIsWrittenWholeAndThenNamed() throws IOException {
        try (OpenFilePlace place = open(designs)) {
            AtomicInteger moved = new AtomicInteger();
            assertThat(place.write("A.TMP", new byte[200_000], moved::incrementAndGet))
                    .isEqualTo(new PlacedFile("A.TMP", 200_000));
            assertThat(moved).hasValueGreaterThan(1);
            assertThat(place.rename("A.TMP", "A.DST")).isEqualTo(new PlacedFile("A.DST", 200_000));
            assertThat(place.list(10)).containsExactly(new PlacedFile("A.DST", 200_000));
            assertThat(place.remove("A.DST")).isTrue();
            assertThat(place.remove("A.DST")).isFalse();
            assertThat(place.look("A.DST")).isEmpty();
        }
    }

    @Test
    void whatLiesThereIsNeverReplaced() throws IOException {
        try (OpenFilePlace place = open(designs)) {
            place.write("OLD.DST", new byte[] {1}, () -> {});
            place.write("NEW.TMP", new byte[] {2, 2}, () -> {});
            refused(Reason.TAKEN, () -> place.write("OLD.DST", new byte[] {3}, () -> {}));
            refused(Reason.TAKEN, () -> place.rename("NEW.TMP", "OLD.DST"));
            assertThat(designs.resolve("OLD.DST")).hasBinaryContent(new byte[] {1});
            assertThat(designs.resolve("NEW.TMP")).hasBinaryContent(new byte[] {2, 2});
        }
    }

    @Test
    void whatIsNotThereCannotBeRenamed() throws IOException {
        try (OpenFilePlace place = open(designs)) {
            refused(Reason.MISSING, () -> place.rename("NONE.TMP", "NONE.DST"));
        }
    }

    @Test
    void aLinkThatLeadsOutOfTheFolderIsNoFileOfIt() throws IOException {
        Path secret = Files.writeString(designs.resolveSibling("secret"), "x");
        Files.createSymbolicLink(designs.resolve("A.DST"), secret);
        try (OpenFilePlace place = open(designs)) {
            assertThat(place.look("A.DST")).isEmpty();
            assertThat(place.list(10)).isEmpty();
            refused(Reason.TAKEN, () -> place.write("A.DST", new byte[] {9}, () -> {}));
        }
        assertThat(secret).hasContent("x");
    }

    @Test
    void aFolderThatGoesAwayIsALostPlace() throws IOException {
        try (OpenFilePlace place = open(designs)) {
            Files.delete(designs);
            assertThatThrownBy(() -> place.look("A.DST"))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.reason()).isEqualTo(TransportException.Reason.LOST));
        }
    }

    @Test
    void aFolderThatIsNotThereOrIsAFileIsRefusedWithAWayOut() throws IOException {
        assertThatThrownBy(() -> open(designs.resolve("none")))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("there is no such folder")
                .hasMessageContaining("mount");
        Path file = Files.createFile(designs.resolve("file"));
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("this is no folder");
    }

    @Test
    void twoNamesOfOneFolderExcludeEachOther() throws IOException {
        Path other = Files.createSymbolicLink(designs.resolveSibling("other"), designs);
        try (OpenFilePlace place = open(designs)) {
            assertThat(place.name()).contains("designs");
            assertThatThrownBy(() -> open(other))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.reason()).isEqualTo(TransportException.Reason.BUSY));
        }
        open(other).close();
    }

    private OpenFilePlace open(Path folder) throws TransportException {
        return Places.open((PlaceUri) MachineUri.parse("folder:" + folder), fences, NONE, Duration.ofSeconds(5));
    }

    private static void refused(Reason reason, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        FilePlaceException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
