package org.stitchery.driver.needlelink;

import java.util.List;
import java.util.Map;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.kit.DriverConformanceTest;

/** The kit's questions, to a needle link whose orders name their attempt, as a service does. */
class NeedleLinkConformanceTest extends DriverConformanceTest {

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
        return SmallDesign.order("ROSE-0042", 0x1122334455667788L, 0);
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
        return List.of(
                "sewn.txt",
                "aborted-at-panel.txt",
                "aborted-sewing.txt",
                "aborted-unconfirmed.txt",
                "aborted-waiting.txt",
                "answer-lost.txt",
                "cable-pulled.txt",
                "chunk-lost.txt",
                "forgotten.txt",
                "hangs-up.txt",
                "holds-another.txt",
                "known-aborted.txt",
                "known-half-received.txt",
                "known-other.txt",
                "known-sewing.txt",
                "known-sewn.txt",
                "new-attempt.txt",
                "old-answers.txt",
                "one-event-lost.txt",
                "other-version.txt",
                "pause-refused.txt",
                "paused.txt",
                "power-lost-given-up.txt",
                "power-lost.txt",
                "refused-busy.txt",
                "refused-fault.txt",
                "refused-fence.txt",
                "refused-format.txt",
                "refused-from-stitch.txt",
                "refused-needs-person.txt",
                "refused-number.txt",
                "refused-too-large.txt",
                "reports-another.txt",
                "small-machine.txt",
                "stitches-counted-otherwise.txt",
                "strange.txt",
                "thread-breaks.txt",
                "two-in-flight.txt",
                "waits.txt",
                "whole-damaged.txt",
                "withdrawn-at-panel.txt");
    }
}
