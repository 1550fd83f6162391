package com.example.stitchery.tapefeed;

import java.util.List;
import java.util.Map;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.kit.CheckFiles;
import org.stitchery.driver.kit.DriverConformanceTest;

/** The kit's questions, with the same order and conversations that lie in the JAR for "stitchery driver check". */
class TapeFeedDriverTest extends DriverConformanceTest {

    private final CheckFiles files = CheckFiles.ofClassPath(TapeFeedDriverTest.class);

    @Override
    protected LineDriver driver() {
        return new TapeFeedDriver();
    }

    @Override
    protected Map<String, String> settings() {
        return files.settings();
    }

    @Override
    protected DeliveryOrder smallOrder() {
        return files.order();
    }

    @Override
    protected List<String> transcripts() {
        return files.transcripts();
    }
}
