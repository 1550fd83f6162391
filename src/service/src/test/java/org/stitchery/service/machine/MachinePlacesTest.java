package org.stitchery.service.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stitchery.service.platform.DataPath;
import org.stitchery.service.platform.ProblemException;
import org.stitchery.service.platform.TestDatabase;

/** A machine's address makes this server connect somewhere, so it must lie where machines are. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class MachinePlacesTest {

    @Inject
    MachinePlaces places;

    @Inject
    DataPath data;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp://127.0.0.1:4000",
                "tcp://localhost:4000",
                "tcp://192.168.7.20:23000?rate=960",
                "tcp://10.1.2.3:1024",
                "tcp://[::1]:4000",
                "smb://press@127.0.0.1/designs?secret=press",
                "ftp://press@192.168.7.20/designs?secret=press",
                "ftps://press@192.168.7.20:2121/designs?secret=press",
                "sftp://press@10.1.2.3/designs?secret=press&hostkey=SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "sftp://press@localhost:2222/designs?secret=press",
                "rfc2217://192.168.7.20:4000?baud=115200",
                "pipe:/usr/local/bin/stitchery-test-machine?arg=--one",
                "serial:/dev/ttyUSB0",
                "desk:press-3",
                "serial:/dev/serial/by-id/usb-FTDI?baud=115200"
            })
    void whereMachinesAreIsAllowed(String uri) {
        assertThat(places.allowed(uri)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp://8.8.8.8:4000",
                "tcp://169.254.169.254:4000",
                "tcp://0.0.0.0:4000",
                "tcp://172.32.0.1:4000",
                "tcp://[2001:db8::1]:4000",
                "tcp://2130706433.example.invalid:4000",
                "tcp://127.0.0.1:22",
                "tcp://192.168.7.20:80",
                "rfc2217://8.8.8.8:4000",
                "rfc2217://192.168.7.20:23",
                "pipe:/bin/sh?arg=-c&arg=true",
                "pipe:/usr/local/bin/../bin/stitchery-test-machine",
                "pipe:/usr/local/bin/stitchery-test-machine/",
                "pipe:/usr/local/bin//stitchery-test-machine",
                "serial:/etc/passwd",
                "serial:/dev/ttyUSB/../../etc/shadow",
                "serial:/dev/mem",
                "http://127.0.0.1:4000/",
                "file:/etc/passwd",
                "tcp://127.0.0.1:4000\r\nx",
                "folder:/etc",
                "folder:/nowhere",
                "desk:press-3?listen=0.0.0.0:8095",
                "desk:../press",
                "folder:/tmp/../etc",
                "smb://press@8.8.8.8/designs?secret=press",
                "sftp://press@169.254.169.254/designs?secret=press",
                "sftp://press@files.example.invalid/designs?secret=press",
                "sftp://press@127.0.0.1:25/designs?secret=press",
                "ftp://press@127.0.0.1:22/designs?secret=press",
                "smb://press@127.0.0.1:80/designs?secret=press",
                "ftp://press:word@127.0.0.1/designs",
                "ftps://press@127.0.0.1/designs?secret=press&certificate=SHA256:short",
                ""
            })
    void anywhereElseIsRefusedWithASentence(String uri) {
        assertThatThrownBy(() -> places.allowed(uri)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.status()).isEqualTo(422);
            assertThat(problem.sentence()).isNotBlank();
        });
    }

    @Test
    void foldersInsideAnAllowedOneAreAllowedAndLinksOutOfItAreNot() throws IOException {
        Path root = Files.createDirectories(Path.of("target/machine-folders").toAbsolutePath());
        Path press = Files.createTempDirectory(root, "press");
        Path out = press.resolve("out");
        Files.createSymbolicLink(out, Path.of("/etc"));

        assertThat(places.allowed("folder:" + press)).isNotNull();
        assertThatThrownBy(() -> places.allowed("folder:" + out)).isInstanceOf(ProblemException.class);
    }

    @Test
    void theSimulatorsOwnPortsAreAllowed() {
        assertThat(places.allowed("serial:" + data.root().resolve("simulator/one")))
                .isNotNull();
    }
}
