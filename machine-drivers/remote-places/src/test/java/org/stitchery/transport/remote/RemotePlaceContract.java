package org.stitchery.transport.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.FilePlaceException;
import org.stitchery.driver.api.FilePlaceException.Reason;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.PlacedFile;
import org.stitchery.driver.folder.FolderDriver;
import org.stitchery.transport.BlockingPlace;
import org.stitchery.transport.Links;
import org.stitchery.transport.MachineLine;
import org.stitchery.transport.MachineUri;
import org.stitchery.transport.PacingLoop;
import org.stitchery.transport.PlaceOpener;
import org.stitchery.transport.PlaceUri;
import org.stitchery.transport.TransportException;

/** What every folder on another computer has to do, asked of a server that somebody else wrote. */
@Timeout(60)
public abstract class RemotePlaceContract {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Limits SHORT =
            new Limits(Duration.ofSeconds(5), Duration.ofMillis(700), Duration.ofSeconds(3), 2_000);
    private static final Limits LONG =
            new Limits(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(60), 2_000);

    private @Nullable Path folder;
    private @Nullable Peer peer;

    protected abstract Peer peer(Path home) throws IOException;

    protected abstract PlaceOpener opener(Limits limits);

    @BeforeEach
    void startPeer(@TempDir Path folder) throws Exception {
        this.folder = folder;
        Peer own = peer(Files.createDirectory(folder.resolve("peer")));
        peer = own;
        own.start();
    }

    @AfterEach
    void endPeer() throws InterruptedException {
        if (peer != null) {
            peer.close();
        }
    }

    protected final Peer there() {
        if (peer == null) {
            throw new IllegalStateException("no peer");
        }
        return peer;
    }

    @Test
    void aDesignLiesThereWithItsOwnBytesUnderItsOwnName() throws Exception {
        byte[] design = design(300_000);
        try (PacingLoop loop = new PacingLoop()) {
            assertThat(deliver(attach(loop), design)).isInstanceOf(Outcome.Delivered.class);
        }
        assertThat(names()).containsExactly("KX7Q2MPA.DST");
        assertThat(there().designs().resolve("KX7Q2MPA.DST")).hasBinaryContent(design);
    }

    @Test
    void aNameThatIsTakenIsHeldAndNothingIsReplaced() throws Exception {
        Path taken = Files.write(there().designs().resolve("KX7Q2MPA.DST"), new byte[] {1, 2, 3});
        try (PacingLoop loop = new PacingLoop()) {
            assertThat(deliver(attach(loop), design(5_000))).isInstanceOf(Outcome.Hold.class);
        }
        assertThat(taken).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(names()).containsExactly("KX7Q2MPA.DST");
    }

    @Test
    void neitherWritingNorRenamingReplacesAFile() throws Exception {
        Files.write(there().designs().resolve("OLD.DST"), new byte[] {1});
        try (BlockingPlace place = open(Limits.USUAL)) {
            place.write("NEW.TMP", new byte[] {2}, () -> {});
            assertReason(() -> place.rename("NEW.TMP", "OLD.DST"), Reason.TAKEN);
            assertReason(() -> place.write("OLD.DST", new byte[] {3}, () -> {}), Reason.TAKEN);
        }
        assertThat(there().designs().resolve("OLD.DST")).hasBinaryContent(new byte[] {1});
    }

    @Test
    void filesAreSeenListedAndTakenAway() throws Exception {
        Files.write(there().designs().resolve("A.DST"), new byte[7]);
        Files.write(there().designs().resolve("B.DST"), new byte[0]);
        Files.createDirectory(there().designs().resolve("SUB"));
        try (BlockingPlace place = open(Limits.USUAL)) {
            assertThat(place.list(10)).containsExactly(new PlacedFile("A.DST", 7), new PlacedFile("B.DST", 0));
            assertThat(place.look("A.DST")).contains(new PlacedFile("A.DST", 7));
            assertThat(place.look("C.DST")).isEmpty();
            assertThat(place.remove("A.DST")).isTrue();
            assertThat(place.remove("A.DST")).isFalse();
            assertReason(() -> place.rename("A.DST", "C.DST"), Reason.MISSING, Reason.REFUSED);
        }
        assertThat(names()).containsExactly("B.DST", "SUB");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertRefused("missing", "press", TransportException.Reason.NO_SUCH_PORT, "no such folder");
    }

    @Test
    void aWrongPasswordIsToldAndNamedNowhere() {
        assertRefused("designs", "wrong", TransportException.Reason.REFUSED, "STITCHERY_SECRET_WRONG");
    }

    @Test
    void aSecretNobodyKeepsIsAskedFor() {
        assertRefused("designs", "nobodys", TransportException.Reason.REFUSED, "STITCHERY_SECRET_NOBODYS");
    }

    @Test
    void aServerThatDiesInMidWriteLeavesADoubtAndNoDesign() throws Exception {
        Peer own = there();
        try (BlockingPlace place = open(Limits.USUAL)) {
            int[] moved = {0};
            assertReason(
                    () -> place.write("KX7Q2MPA.TMP", design(3_000_000), () -> {
                        if (++moved[0] == 3) {
                            killed(own);
                        }
                    }),
                    Reason.UNANSWERED);
            assertThatThrownBy(() -> place.look("KX7Q2MPA.DST")).isInstanceOf(TransportException.class);
        }
        assertThat(names()).doesNotContain("KX7Q2MPA.DST");
    }

    @Test
    void aDeliveryToAServerThatDiedIsNotStarted() throws Exception {
        try (PacingLoop loop = new PacingLoop()) {
            MachineLine line = attach(loop);
            there().kill();
            assertThat(deliver(line, design(5_000))).isInstanceOf(Outcome.NotStarted.class);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void aConnectionThatDiedWhileNobodyLookedIsMadeAnew() throws Exception {
        try (BlockingPlace place = open(Limits.USUAL)) {
            place.list(1);
            there().kill();
            there().restart();
            assertThat(place.write("A.TMP", design(5_000), () -> {})).isEqualTo(new PlacedFile("A.TMP", 5_000));
            there().kill();
            there().restart();
            assertThat(place.rename("A.TMP", "A.DST").bytes()).isEqualTo(5_000);
        }
        assertThat(names()).containsExactly("A.DST");
    }

    @Test
    void aServerThatFallsSilentIsWaitedForNoLongerThanTheLimit() throws Exception {
        try (BlockingPlace place = open(SHORT)) {
            there().freeze();
            long start = System.nanoTime();
            assertThatThrownBy(() -> place.look("A.DST")).isInstanceOf(TransportException.class);
            // Once in silence, and once for a new connection.
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        }
    }

    @Test
    void closingFreesWhoeverIsStuckWithinASecond() throws Exception {
        try (BlockingPlace place = open(LONG)) {
            there().freeze();
            CompletableFuture<Throwable> stuck = new CompletableFuture<>();
            Thread caller = new Thread(() -> stuck.complete(failureOf(place)));
            caller.start();
            // Time enough to get stuck; when it is not yet, it is refused instead, which takes no longer.
            assertThat(caller.isAlive()).isTrue();
            TimeUnit.MILLISECONDS.sleep(200);
            long start = System.nanoTime();
            place.close();
            assertThat(stuck.get(2, TimeUnit.SECONDS)).isInstanceOf(IOException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void openingAndClosingLeavesNoThreadBehind() throws Exception {
        for (int i = 0; i < 10; i++) {
            open(Limits.USUAL).close();
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!libraryThreads().isEmpty() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(libraryThreads()).isEmpty();
    }

    /** Where they are, so that a failure says what keeps them. */
    private static Map<String, String> libraryThreads() {
        Map<String, String> found = new TreeMap<>();
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            if (thread.getName().startsWith("sshd-") || thread.getName().startsWith("Packet")) {
                found.put(thread.getName(), Arrays.toString(stack));
            }
        });
        return found;
    }

    private static Throwable failureOf(BlockingPlace place) {
        try {
            place.look("A.DST");
            return new AssertionError("it answered");
        } catch (IOException | RuntimeException e) {
            return e;
        }
    }

    private static void killed(Peer peer) {
        try {
            peer.kill();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    protected final void assertRefused(String folder, String secret, TransportException.Reason reason, String word) {
        assertRefusedAt(there().address(folder).replace("secret=press", "secret=" + secret), reason, word);
    }

    protected final void assertRefusedAt(String address, TransportException.Reason reason, String word) {
        assertThatThrownBy(() -> open(Limits.USUAL, address).close())
                .isInstanceOfSatisfying(
                        TransportException.class,
                        e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason))
                .hasMessageContaining(word)
                .message()
                .doesNotContain("geheim");
    }

    protected static void assertReason(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, Reason... any) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FilePlaceException.class,
                        e -> assertThat(e.reason()).as(e.getMessage()).isIn((Object[]) any));
    }

    protected final BlockingPlace open(Limits limits) throws TransportException {
        return open(limits, there().address("designs"));
    }

    protected final BlockingPlace open(Limits limits, String address) throws TransportException {
        return opener(limits).open((PlaceUri) MachineUri.parse(address), there().secrets(), limits.connect());
    }

    private MachineLine attach(PacingLoop loop) throws IOException {
        FolderDriver driver = new FolderDriver();
        MachineUri uri = MachineUri.parse(there().address("designs"));
        return loop.attach(
                Links.open(uri, Objects.requireNonNull(folder).resolve("fences"), there().secrets(), PATIENCE),
                driver,
                DriverSettings.of(driver.description().settings(), Map.of()),
                4,
                event -> {});
    }

    private static Outcome deliver(MachineLine line, byte[] design) {
        return line.deliver(new DeliveryOrder("KX7Q2MPA", "dst", design, 4), PATIENCE)
                .join();
    }

    protected static byte[] design(int bytes) {
        byte[] design = new byte[bytes];
        new Random(bytes).nextBytes(design);
        return design;
    }

    protected final String[] names() {
        String[] names = there().designs().toFile().list();
        if (names == null) {
            throw new AssertionError("the folder is gone");
        }
        Arrays.sort(names);
        return names;
    }
}
