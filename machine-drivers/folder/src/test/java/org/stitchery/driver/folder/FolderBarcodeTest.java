package org.stitchery.driver.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stitchery.driver.api.Capabilities.Delivery;
import org.stitchery.driver.api.DriverSettings;

class FolderBarcodeTest {

    private final FolderDriver driver = new FolderDriver();

    @Test
    void whereTheOperatorPicksTheFileItIsPushed() {
        assertThat(driver.capabilities(settings(Map.of())).delivery()).isEqualTo(Delivery.PUSH_FILE);
        assertThat(driver.scanned(settings(Map.of()), "KX7Q2MPA")).isEmpty();
    }

    @Test
    void whereTheOperatorScansTheFileIsFetchedByTheNameItHas() {
        DriverSettings bare = settings(Map.of("fetch", "barcode"));
        assertThat(driver.capabilities(bare).delivery()).isEqualTo(Delivery.PULL_FILE);
        assertThat(driver.scanned(bare, "KX7Q2MPA")).contains("KX7Q2MPA");

        DriverSettings whole = settings(Map.of("fetch", "barcode", "barcode-holds", "name-and-extension"));
        assertThat(driver.scanned(whole, "KX7Q2MPA")).contains("KX7Q2MPA.DST");
        assertThat(FolderSettings.of(whole).design("KX7Q2MPA", new byte[1]).finished())
                .isEqualTo(driver.scanned(whole, "KX7Q2MPA").orElseThrow());
    }

    @Test
    void aNameNoBarcodeCanHoldIsRefusedOnlyWhereItWouldBeScanned() {
        assertThat(FolderSettings.of(settings(Map.of("fetch", "barcode"))).canBeScanned("ROSE_7"))
                .isFalse();
        assertThat(FolderSettings.of(settings(Map.of())).canBeScanned("ROSE_7")).isTrue();
    }

    private DriverSettings settings(Map<String, String> given) {
        return DriverSettings.of(driver.description().settings(), given);
    }
}
