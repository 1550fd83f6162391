package org.stitchery.driver.check;

import java.util.Map;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.FileDriver;
import org.stitchery.driver.kit.FileDriverConformanceTest;

/** The kit's questions to a file driver from a JAR. */
final class FileQuestions extends FileDriverConformanceTest {

    private final JarUnderCheck jar = JarUnderCheck.current();

    @Override
    protected FileDriver driver() {
        return (FileDriver) jar.driver();
    }

    @Override
    protected Map<String, String> settings() {
        return jar.settings();
    }

    @Override
    protected DeliveryOrder smallOrder() {
        return jar.order();
    }

    @Override
    protected String finishedName() {
        return jar.files().finishedName();
    }
}
