package org.stitchery.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.plugin.Refusal.Reason;
import org.stitchery.plugin.process.Limits;

/** What becomes of JARs in the folder: one that is right, and every way of being wrong. */
@SuppressWarnings("NullAway.Init") // JUnit fills the folder in
class PlugInFolderTest {

    private static final Limits QUICK = new Limits(Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ZERO, 64);
    private static final String NAME = "feed.jar";

    @TempDir
    Path temp;

    private Path drop;
    private PlugInFolder folder;

    @BeforeEach
    void open() throws IOException {
        drop = Files.createDirectory(temp.resolve("drivers"));
        folder = new PlugInFolder(drop, drop, temp.resolve("copies"), Set.of("tape-reader"), QUICK);
    }

    @AfterEach
    void close() {
        folder.close();
    }

    private JarWorkshop template() {
        return JarWorkshop.template(temp);
    }

    private Path put(JarWorkshop jar) {
        return jar.into(drop.resolve(NAME));
    }

    private Path put(byte[] bytes) throws IOException {
        Path file = drop.resolve(NAME);
        Files.write(file, bytes);
        return JarWorkshop.old(file);
    }

    private void list(String list, Path... jars) throws IOException {
        StringBuilder lines = new StringBuilder("# kept by the owner\n");
        for (Path jar : jars) {
            lines.append(HashList.line(JarBytes.hash(Files.readAllBytes(jar)), String.valueOf(jar.getFileName())))
                    .append('\n');
        }
        Files.writeString(drop.resolve(list), lines);
    }

    private void allow(Path... jars) throws IOException {
        list(PlugInFolder.ALLOWED, jars);
    }

    private Refusal refused() {
        PlugInFolder.Stock stock = folder.rescan();
        assertThat(stock.plugIns()).isEmpty();
        assertThat(stock.refused()).hasSize(1);
        Refusal refusal = stock.refused().get(0);
        assertThat(refusal.sentence())
                .endsWith(refusal.lineToAdd().isPresent() ? NAME : ".")
                .contains(" ");
        return refusal;
    }

    // ---- one that is right

    @Test
    void anAllowedJarIsUsedInAProcessOfItsOwn() throws IOException {
        allow(put(template()));
        PlugIn plugIn = only(folder.rescan().plugIns());
        assertThat(plugIn.id()).isEqualTo(JarWorkshop.ID);
        assertThat(plugIn.version()).isEqualTo("1.0.0");
        assertThat(plugIn.contract()).isEqualTo("1");
        assertThat(plugIn.isolation()).isEqualTo(Isolation.OWN_PROCESS);
        MachineDriver driver = plugIn.driver();
        assertThat(driver).isInstanceOf(LineDriver.class);
        assertThat(driver.description().formats()).containsExactly("dst");
        DriverSettings settings = DriverSettings.of(driver.description().settings(), Map.of("leader-bytes", "64"));
        assertThat(driver.capabilities(settings).flow()).isEqualTo(Capabilities.Flow.XON_XOFF);
        assertThat(driver.formats(settings)).containsExactly("dst");
    }

    @Test
    void aTrustedJarIsUsedInHouseAndSeesTheContractOnly() throws IOException {
        String spy = "System.getProperty(\"spied\", seen())";
        JarWorkshop nosy = template()
                .inSource("TapeFeedDriver", "\"Example: feeds a tape reader\"", spy)
                .inSource(
                        "TapeFeedDriver",
                        "    /** Only what",
                        "private static String seen() { try { Class.forName(\"org.stitchery.plugin.PlugInFolder\");"
                                + " return \"all\"; } catch (ClassNotFoundException e) { return \"contract only\"; } }\n"
                                + "    /** Only what");
        list(PlugInFolder.TRUSTED, put(nosy));
        PlugIn plugIn = only(folder.rescan().plugIns());
        assertThat(plugIn.isolation()).isEqualTo(Isolation.IN_HOUSE);
        assertThat(plugIn.driver().description().title()).isEqualTo("contract only");
    }

    @Test
    void aJarAppearsIsReplacedAndVanishesWithoutARestart() throws IOException {
        assertThat(folder.rescan().plugIns()).isEmpty();
        Path jar = put(template());
        assertThat(refused().reason()).isEqualTo(Reason.NOT_ALLOWED);
        allow(jar);
        PlugIn first = only(folder.rescan().plugIns());
        assertThat(only(folder.rescan().plugIns())).as("looked at once").isSameAs(first);

        put(template().manifest("Implementation-Version", "1.0.1"));
        assertThat(refused().reason()).isEqualTo(Reason.TAMPERED);
        allow(jar);
        assertThat(only(folder.rescan().plugIns()).version()).isEqualTo("1.0.1");

        Files.delete(jar);
        assertThat(folder.rescan()).isEqualTo(new PlugInFolder.Stock(List.of(), List.of(), List.of()));
        assertThat(temp.resolve("copies")).isDirectoryNotContaining("glob:**plug-in-*");
    }

    @Test
    void oneThatIsTakenOutStaysForAsLongAsAConnectionIsOpen() throws IOException {
        Path jar = put(template());
        list(PlugInFolder.TRUSTED, jar);
        LineDriver driver = (LineDriver) only(folder.rescan().plugIns()).driver();
        MachineConnection connection =
                driver.open(DriverSettings.of(driver.description().settings(), Map.of()), new DeafLine(), new Host() {
                    @Override
                    public void report(MachineEvent event) {}

                    @Override
                    public void log(String line) {}
                });
        Files.delete(jar);

        PlugInFolder.Stock leaving = folder.rescan();
        assertThat(leaving.plugIns()).isEmpty();
        assertThat(only(leaving.leaving()).driver()).isSameAs(driver);
        connection.pause();

        connection.closed();
        connection.closed();
        assertThat(folder.rescan().leaving()).isEmpty();
    }

    @Test
    void aJarTakenFromTheListIsNotUsedAnyMore() throws IOException {
        allow(put(template()));
        only(folder.rescan().plugIns());
        allow();
        assertThat(refused().reason()).isEqualTo(Reason.NOT_ALLOWED);
    }

    // ---- and every way of being wrong

    @Test
    void whatNobodyAllowedIsNotRunAndTheLineThatAllowsItIsTold() throws IOException {
        Path jar = put(template());
        Refusal refusal = refused();
        assertThat(refusal.reason()).isEqualTo(Reason.NOT_ALLOWED);
        Files.writeString(
                drop.resolve(PlugInFolder.ALLOWED), refusal.lineToAdd().orElseThrow() + "\n");
        assertThat(folder.rescan().plugIns()).hasSize(1);
        assertThat(refusal.lineToAdd().orElseThrow()).isEqualTo(JarBytes.hash(Files.readAllBytes(jar)) + "  " + NAME);
    }

    @Test
    void aJarWhoseContentChangedIsNotTheOneThatWasAllowed() throws IOException {
        Path jar = put(template());
        allow(jar);
        byte[] bytes = Files.readAllBytes(jar);
        bytes[bytes.length / 2] ^= 1;
        put(bytes);
        assertThat(refused().reason()).isEqualTo(Reason.TAMPERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "not a jar at all", "\u007fELF"})
    void whatIsNoArchiveIsToldSo(String content) throws IOException {
        allow(put(content.getBytes(StandardCharsets.UTF_8)));
        assertThat(refused().reason()).isEqualTo(Reason.NOT_A_JAR);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 60, 95, 99})
    void aJarThatBreaksOffIsDamaged(int percent) throws IOException {
        byte[] whole = template().bytes();
        allow(put(Arrays.copyOf(whole, whole.length * percent / 100)));
        assertThat(refused().reason()).isEqualTo(Reason.DAMAGED);
    }

    /** Wherever a bit falls over, the JAR is refused or still says what it said; it never takes the folder with it. */
    @Test
    void aJarWithAFlippedBitIsRefusedOrUnharmed() throws IOException {
        byte[] whole = template().bytes();
        for (int at = 0; at < whole.length; at += 97) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 0x10;
            Path file = Files.write(temp.resolve("flipped.jar"), flipped);
            try {
                assertThat(InspectedJar.of(file).driverId()).isEqualTo(JarWorkshop.ID);
            } catch (InspectedJar.Refused refused) {
                assertThat(refused.refusal().sentence()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2-3", "17"})
    void anotherContractIsRefused(String range) throws IOException {
        allow(put(template().manifest("Stitchery-Contract", range)));
        Refusal refusal = refused();
        assertThat(refusal.reason()).isEqualTo(Reason.WRONG_CONTRACT);
        assertThat(refusal.sentence()).contains("version " + range, "this is version 1");
    }

    @Test
    void aRangeThatHoldsOursIsTaken() throws IOException {
        allow(put(template().manifest("Stitchery-Contract", "1-3")));
        assertThat(only(folder.rescan().plugIns()).contract()).isEqualTo("1-3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Stitchery-Driver-Id", "Stitchery-Contract", "Implementation-Version"})
    void aManifestThatSaysTooLittleIsRefused(String missing) throws IOException {
        allow(put(template().without(missing)));
        Refusal refusal = refused();
        assertThat(refusal.reason()).isEqualTo(Reason.WRONG_MANIFEST);
        assertThat(refusal.sentence()).contains(missing);
    }

    @Test
    void aManifestThatSaysSomethingElseThanTheDriverIsRefused() throws IOException {
        allow(put(template().manifest("Stitchery-Driver-Id", "another")));
        assertThat(refused().reason()).isEqualTo(Reason.WRONG_MANIFEST);
        allow(put(template().manifest("Stitchery-Contract", "one")));
        assertThat(refused().reason()).isEqualTo(Reason.WRONG_MANIFEST);
    }

    @Test
    void aJarThatNamesNoDriverIsRefused() throws IOException {
        allow(put(template().without(JarWorkshop.SERVICE)));
        assertThat(refused().reason()).isEqualTo(Reason.NO_SERVICE_ENTRY);
        allow(put(template().entry(JarWorkshop.SERVICE, "# nobody\n")));
        assertThat(refused().reason()).isEqualTo(Reason.NO_SERVICE_ENTRY);
        allow(put(template().entry(JarWorkshop.SERVICE, "a.B\nc.D\n")));
        assertThat(refused().reason()).isEqualTo(Reason.NO_SERVICE_ENTRY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.example.Nowhere",
                "java.lang.Object",
                "com.example.stitchery.tapefeed.Voice",
                "org.stitchery.driver.api.MachineDriver",
                "org.stitchery.plugin.host.DriverHost"
            })
    void aClassThatIsNoDriverIsRefused(String className) throws IOException {
        allow(put(template().entry(JarWorkshop.SERVICE, className)));
        assertThat(refused().reason()).isEqualTo(Reason.NOT_A_DRIVER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throw new IllegalStateException(\"no licence\")",
                "throw new NoClassDefFoundError(\"com/sun/jna/Native\")",
                "System.exit(0)",
                "Runtime.getRuntime().halt(9)",
                "byte[][] all = new byte[4096][]; for (int i = 0; i < 4096; i++) all[i] = new byte[1 << 20]"
            })
    void aDriverThatDiesAsItIsMadeTakesNobodyWithIt(String deed) throws IOException {
        allow(put(template()
                .inSource(
                        "TapeFeedDriver",
                        "    @Override\n    public DriverDescription",
                        "    static { if (Boolean.TRUE.booleanValue()) { " + deed
                                + "; } }\n\n    @Override\n    public DriverDescription")));
        assertThat(refused().reason()).isEqualTo(Reason.FAILS_TO_START);
    }

    @Test
    void aDriverThatHangsAsItIsMadeIsEnded() throws IOException {
        Limits impatient = new Limits(Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ZERO, 64);
        allow(put(template()
                .inSource(
                        "TapeFeedDriver",
                        "return new DriverDescription(",
                        "while (\"\".isEmpty()) {}\n return new DriverDescription(")));
        try (PlugInFolder quick = new PlugInFolder(drop, drop, temp.resolve("more"), Set.of(), impatient)) {
            Refusal refusal = only(quick.rescan().refused());
            assertThat(refusal.reason()).isEqualTo(Reason.FAILS_TO_START);
            assertThat(refusal.sentence()).contains("3 s");
        }
    }

    @Test
    void anIdThatIsTakenIsRefused() throws IOException {
        allow(put(template().id("tape-reader")));
        assertThat(refused().sentence()).contains("rides with Stitchery");
        Path first = template().into(drop.resolve("a.jar"));
        Path second = put(template().manifest("Implementation-Version", "2"));
        allow(first, second);
        PlugInFolder.Stock stock = folder.rescan();
        assertThat(only(stock.plugIns()).file()).isEqualTo("a.jar");
        assertThat(only(stock.refused()).reason()).isEqualTo(Reason.DUPLICATE_ID);
        assertThat(only(stock.refused()).sentence()).contains("a.jar");
    }

    @Test
    void aJarThatBringsTheContractAlongIsRefused() throws IOException {
        allow(put(template().entry("org/stitchery/driver/api/Host.class", "mine")));
        assertThat(refused().reason()).isEqualTo(Reason.BUNDLES_CONTRACT);
        allow(put(template().entry("META-INF/versions/17/org/stitchery/driver/api/Host.class", "mine")));
        assertThat(refused().reason()).isEqualTo(Reason.BUNDLES_CONTRACT);
    }

    @Test
    void whatIsTooLargePackedOrUnpackedIsRefused() throws IOException {
        put(new byte[(int) JarBytes.LARGEST_BYTES + 1]);
        assertThat(refused().reason()).isEqualTo(Reason.TOO_LARGE);
        allow(put(template().entry("zeros.bin", "0".repeat(140 << 20))));
        assertThat(refused().reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void aLinkOutOfTheFolderIsRefusedEvenWhenItsTargetIsAllowed() throws IOException {
        Path outside = template().into(temp.resolve("outside.jar"));
        Files.createSymbolicLink(drop.resolve(NAME), outside);
        allow(outside);
        assertThat(refused().reason()).isEqualTo(Reason.OUTSIDE_THE_FOLDER);
    }

    @Test
    void aFileThatIsJustBeingWrittenIsLookedAtAgain() throws IOException {
        Path jar = Files.write(drop.resolve(NAME), template().bytes());
        allow(jar);
        assertThat(refused().reason()).isEqualTo(Reason.STILL_BEING_WRITTEN);
        JarWorkshop.old(jar);
        assertThat(folder.rescan().plugIns()).hasSize(1);
    }

    @Test
    void aListThatAnybodyMayWriteAllowsNothing() throws IOException {
        allow(put(template()));
        Files.setPosixFilePermissions(drop.resolve(PlugInFolder.ALLOWED), PosixFilePermissions.fromString("rw-rw-rw-"));
        List<Refusal> refused = folder.rescan().refused();
        assertThat(refused).extracting(Refusal::reason).containsExactly(Reason.LIST_UNUSABLE, Reason.NOT_ALLOWED);
    }

    @Test
    void aLineThatIsNoneIsToldAndTheOthersCount() throws IOException {
        allow(put(template()));
        Path list = drop.resolve(PlugInFolder.ALLOWED);
        Files.writeString(list, "abc feed.jar\n" + Files.readString(list));
        PlugInFolder.Stock stock = folder.rescan();
        only(stock.plugIns());
        assertThat(only(stock.refused()).sentence()).contains("Line 1");
    }

    @Test
    void aFolderThatIsMissingHoldsNothing() throws IOException {
        try (PlugInFolder none = new PlugInFolder(temp.resolve("none"), drop, temp.resolve("more"), Set.of(), QUICK)) {
            assertThat(none.rescan().refused()).isEmpty();
        }
    }

    private static <T> T only(List<T> all) {
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
