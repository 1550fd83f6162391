package org.stitchery.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.transport.TransportException.Reason;

class PortLockTest {

    private final Path folder;

    PortLockTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aPortIsTakenOnceInOneProcess() throws Exception {
        try (PortLock lock = PortLock.take(folder, "serial:/dev/a")) {
            assertThat(lock.fence()).isZero();
            assertThatThrownBy(() -> PortLock.take(folder, "serial:/dev/a"))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.BUSY))
                    .hasMessageContaining("serial:/dev/a: the port is in use by this program itself");
            PortLock.take(folder, "serial:/dev/b").close();
        }
        PortLock.take(folder, "serial:/dev/a").close();
    }

    /** A second handle on the file, opened and closed, would silently end a POSIX lock. */
    @Test
    void aRefusedAttemptDoesNotLoosenTheLock() throws Exception {
        try (PortLock lock = PortLock.take(folder, "tcp://h:1")) {
            assertThatThrownBy(() -> PortLock.take(folder, "tcp://h:1")).isInstanceOf(TransportException.class);
            assertThat(inAnotherProcess("take"))
                    .contains("BUSY")
                    .contains("process " + ProcessHandle.current().pid());
            assertThat(lock.fence()).isZero();
        }
        assertThat(inAnotherProcess("take")).contains("taken");
    }

    @Test
    void theLockEndsWithItsProcessAndTheFenceStays() throws Exception {
        Process other = start("hold");
        assertThat(other.inputReader().readLine()).isEqualTo("taken under 41");
        assertThatThrownBy(() -> PortLock.take(folder, "tcp://h:1"))
                .hasMessageContaining("in use by process " + other.pid());
        other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        try (PortLock lock = PortLock.take(folder, "tcp://h:1")) {
            assertThat(lock.fence()).isEqualTo(41);
        }
    }

    @Test
    void aLowerFenceIsRefusedAndLeavesThePortFree() throws Exception {
        PortLock.take(folder, "tcp://h:1", 9).close();
        assertThatThrownBy(() -> PortLock.take(folder, "tcp://h:1", 8))
                .isInstanceOfSatisfying(StaleFenceException.class, e -> {
                    assertThat(e.offered()).isEqualTo(8);
                    assertThat(e.stored()).isEqualTo(9);
                    assertThat(e.reason()).isEqualTo(Reason.STALE_FENCE);
                });
        try (PortLock lock = PortLock.take(folder, "tcp://h:1", 9)) {
            lock.raiseFence(12);
            assertThatThrownBy(() -> lock.raiseFence(11)).isInstanceOf(StaleFenceException.class);
            assertThat(lock.fence()).isEqualTo(12);
        }
        try (PortLock lock = PortLock.take(folder, "tcp://h:1")) {
            assertThat(lock.fence()).isEqualTo(12);
        }
    }

    @Test
    void aLockFileThatDoesNotReadIsNotTakenForAnEmptyOne() throws Exception {
        PortLock.take(folder, "tcp://h:1", 9).close();
        Path file;
        try (var files = Files.list(folder)) {
            file = files.findFirst().orElseThrow();
        }
        Files.writeString(file, "gibberish");
        assertThatThrownBy(() -> PortLock.take(folder, "tcp://h:1"))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aFolderThatIsAFileIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> PortLock.take(file, "tcp://h:1"))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void portsWhoseNamesDifferOnlyInPunctuationAreDifferentPorts() throws Exception {
        try (PortLock a = PortLock.take(folder, "serial:/dev/a/b");
                PortLock b = PortLock.take(folder, "serial:/dev/a_b")) {
            a.raiseFence(3);
            assertThat(b.fence()).isZero();
        }
    }

    private String inAnotherProcess(String what) throws IOException, InterruptedException {
        Process process = start(what);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    private Process start(String what) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        what,
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The other process. */
    static final class Other {
        public static void main(String[] args) throws Exception {
            try (PortLock lock = PortLock.take(Path.of(args[1]), "tcp://h:1")) {
                if (args[0].equals("hold")) {
                    lock.raiseFence(41);
                    System.out.println("taken under " + lock.fence());
                    new java.util.concurrent.CountDownLatch(1).await();
                }
                System.out.println("taken");
            } catch (TransportException e) {
                System.out.println(e.reason() + " " + e.getMessage());
            }
        }
    }
}
