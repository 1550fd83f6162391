package org.stitchery.driver.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.FileDriver;
import org.stitchery.driver.kit.FileDriverConformanceTest;

/** The same questions where the machine reads another format. */
class FolderOfAnotherFormatConformanceTest extends FileDriverConformanceTest {

    @Override
    protected FileDriver driver() {
        return new FolderDriver();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("format", "u01");
    }

    @Override
    protected DeliveryOrder smallOrder() {
        byte[] content = new byte[700];
        new Random(7).nextBytes(content);
        return new DeliveryOrder("ROSE-7", "u01", content, 3);
    }

    @Override
    protected String finishedName() {
        return "ROSE-7.U01";
    }

    @Test
    void itTakesThatFormatOnly() {
        FileDriver driver = driver();

        assertThat(driver.formats(DriverSettings.of(driver.description().settings(), settings())))
                .containsExactly("u01");
    }
}
