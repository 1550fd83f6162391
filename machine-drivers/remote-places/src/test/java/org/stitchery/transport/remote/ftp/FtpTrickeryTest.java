package org.stitchery.transport.remote.ftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.stitchery.driver.api.FilePlaceException;
import org.stitchery.driver.api.FilePlaceException.Reason;
import org.stitchery.driver.api.PlacedFile;
import org.stitchery.transport.BlockingPlace;
import org.stitchery.transport.MachineUri;
import org.stitchery.transport.PlaceUri;
import org.stitchery.transport.Secrets;

/** What no honest server does on demand. */
@Timeout(30)
class FtpTrickeryTest {

    private final ScriptedFtp server;

    FtpTrickeryTest() throws IOException {
        server = new ScriptedFtp();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    /** Otherwise a server could have us connect to any host in our own network. */
    @Test
    void filesGoToTheServerWeKnowWhateverAddressItNames() throws IOException {
        server.shown = "192,0,2,1";
        try (BlockingPlace place = open()) {
            assertThat(place.write("A.TMP", new byte[] {1, 2, 3}, () -> {})).isEqualTo(new PlacedFile("A.TMP", 3));
        }
        assertThat(server.heard).noneMatch(line -> line.startsWith("PORT") || line.startsWith("EPRT"));
    }

    @Test
    void aRenameWhoseAnswerIsLostIsNeverAskedTwiceAndCanBeLookedFor() throws IOException {
        server.files.put("A.TMP", new byte[] {1});
        server.cutsAtRename = true;
        try (BlockingPlace place = open()) {
            assertReason(() -> place.rename("A.TMP", "A.DST"), Reason.UNANSWERED);
            assertThat(place.look("A.DST")).contains(new PlacedFile("A.DST", 1));
        }
        assertThat(server.heard).filteredOn(line -> line.startsWith("RNTO")).hasSize(1);
    }

    @Test
    void aRenameThatWasNotDoneWhenItsAnswerWasLostIsNotMadeUpForByUs() throws IOException {
        server.files.put("A.TMP", new byte[] {1});
        server.cutsAtRename = true;
        server.renames = false;
        try (BlockingPlace place = open()) {
            assertReason(() -> place.rename("A.TMP", "A.DST"), Reason.UNANSWERED);
            assertThat(place.look("A.DST")).isEmpty();
        }
        assertThat(server.heard).filteredOn(line -> line.startsWith("RNTO")).hasSize(1);
    }

    @Test
    void aFullDiskIsToldAsOne() throws IOException {
        server.full = true;
        try (BlockingPlace place = open()) {
            assertReason(() -> place.write("A.TMP", new byte[10], () -> {}), Reason.FULL);
        }
    }

    private static void assertReason(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, Reason reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FilePlaceException.class,
                        e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason));
    }

    private BlockingPlace open() throws IOException {
        return new FtpOpener()
                .open((PlaceUri) MachineUri.parse(server.address()), Secrets.of(Map.of()), Duration.ofSeconds(5));
    }
}
