package org.stitchery.driver.check;

import java.util.List;
import java.util.Map;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.kit.DriverConformanceTest;
import org.stitchery.driver.kit.Transcript;

/** The kit's questions to a line driver from a JAR. */
final class LineQuestions extends DriverConformanceTest {

    private final JarUnderCheck jar = JarUnderCheck.current();

    @Override
    protected LineDriver driver() {
        return (LineDriver) jar.driver();
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
    protected List<String> transcripts() {
        return jar.files().transcripts();
    }

    @Override
    protected Transcript transcript(String resource) {
        return jar.transcript(resource);
    }

    @Override
    protected int controlBytes() {
        return jar.files().controlBytes();
    }

    @Override
    protected int questionBytes() {
        return jar.files().questionBytes();
    }
}
