package org.stitchery.plugin.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.folder.FolderDriver;
import org.stitchery.plugin.JarWorkshop;
import org.stitchery.plugin.host.UnfitDriverException;

/** What a barcode reader is shown is the driver's own word, also from another process. */
@SuppressWarnings("NullAway.Init") // JUnit fills the folder in
@Timeout(120)
class BarcodeApartTest {

    private static final Limits QUICK = new Limits(Duration.ofSeconds(60), Duration.ofSeconds(3), Duration.ZERO, 32);

    @TempDir
    Path temp;

    /** The template's driver with a barcode, in a real process. */
    private MachineDriver driver(String answer) throws IOException, UnfitDriverException {
        String open = "    @Override\n    public MachineConnection open(";
        Path jar = JarWorkshop.template(temp)
                .inSource(
                        "TapeFeedDriver",
                        open,
                        "    @Override\n    public java.util.Optional<String> scanned(DriverSettings settings, String label) {\n"
                                + "        " + answer + "\n    }\n\n" + open)
                .into(Files.createTempFile(temp, "driver", ".jar"));
        return ProcessDriver.of(jar, temp, QUICK).driver();
    }

    private static DriverSettings settings(MachineDriver driver, Map<String, String> set) {
        return DriverSettings.of(driver.description().settings(), set);
    }

    @Test
    void aProcessOfItsOwnSaysWhatTheReaderIsShown() throws Exception {
        MachineDriver driver = driver("return settings.integer(\"leader-bytes\") == 0 ? java.util.Optional.empty()"
                + " : java.util.Optional.of(\"*\" + label + \"-\" + settings.integer(\"leader-bytes\") + \"*\");");
        DriverSettings usual = settings(driver, Map.of());
        assertThat(driver.scanned(usual, "KX7Q2MPA")).contains("*KX7Q2MPA-32*");
        assertThat(driver.scanned(usual, "KX7Q2MPA")).contains("*KX7Q2MPA-32*");
        assertThat(driver.scanned(settings(driver, Map.of("leader-bytes", "7")), "ROSE"))
                .contains("*ROSE-7*");
        assertThat(driver.scanned(settings(driver, Map.of("leader-bytes", "0")), "ROSE"))
                .isEmpty();
    }

    @Test
    void aDriverThatDiesOfTheQuestionIsToldApartFromOneWithoutABarcode() throws Exception {
        MachineDriver driver =
                driver("if (label.equals(\"ROSE\")) { System.exit(5); } return java.util.Optional.of(label);");
        DriverSettings usual = settings(driver, Map.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> driver.scanned(usual, "ROSE"))
                .withMessageContaining("ended with status 5");
        assertThat(driver.scanned(usual, "TULIP")).contains("TULIP");
    }

    @Test
    void theFolderDriverSaysTheSameAsWithoutAProcess() {
        FolderDriver inHouse = new FolderDriver();
        MachineDriver apart = ChildInThread.apart(inHouse);
        for (Map<String, String> set : List.of(
                Map.<String, String>of(),
                Map.of("fetch", "barcode"),
                Map.of("fetch", "barcode", "barcode-holds", "name-and-extension"))) {
            assertThat(apart.scanned(settings(apart, set), "KX7Q2MPA"))
                    .isEqualTo(inHouse.scanned(settings(inHouse, set), "KX7Q2MPA"));
        }
    }
}
