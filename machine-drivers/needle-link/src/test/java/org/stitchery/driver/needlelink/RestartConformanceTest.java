package org.stitchery.driver.needlelink;

import java.util.List;
import java.util.Map;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.kit.DriverConformanceTest;

/** The kit's questions, to a needle link that begins in the middle of a design. */
class RestartConformanceTest extends DriverConformanceTest {

    @Override
    protected LineDriver driver() {
        return new NeedleLinkDriver();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("poll-seconds", "5", "silence-seconds", "40");
    }

    @Override
    protected DeliveryOrder smallOrder() {
        return SmallDesign.order("ROSE-0042", 0, 12);
    }

    @Override
    protected byte[] framed(byte[] body) {
        return FrameByHand.of(body);
    }

    /** Hello and status, each asked anew while nobody answers. */
    @Override
    protected int questionBytes() {
        return 8 * (Ask.hello(1).encode().length + Ask.status(1).encode().length);
    }

    /** An abort, behind what of a chunk the line had taken. */
    @Override
    protected int controlBytes() {
        return Ask.aboutRun(Ask.ABORT, 1, 1).encode().length;
    }

    @Override
    protected List<String> transcripts() {
        return List.of("from-stitch.txt", "from-stitch-refused.txt");
    }
}
