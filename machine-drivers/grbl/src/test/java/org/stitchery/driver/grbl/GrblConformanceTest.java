package org.stitchery.driver.grbl;

import java.util.List;
import java.util.Map;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.kit.DriverConformanceTest;

/** The kit's questions, to a stream that counts characters. */
class GrblConformanceTest extends DriverConformanceTest {

    @Override
    protected LineDriver driver() {
        return new GrblDriver();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of();
    }

    @Override
    protected DeliveryOrder smallOrder() {
        return SmallDesign.order();
    }

    @Override
    protected List<String> transcripts() {
        return List.of(
                "delivered.txt",
                "thread-change.txt",
                "no-hello.txt",
                "pushes-between.txt",
                "error-while-counting.txt",
                "alarm.txt",
                "locked-at-start.txt",
                "busy-at-start.txt",
                "restarted.txt",
                "restarted-before.txt",
                "lost-answer.txt",
                "lost-first-answer.txt",
                "runs-and-owes.txt",
                "silent-in-the-middle.txt",
                "paused.txt",
                "person-holds.txt",
                "aborted.txt",
                "aborted-while-it-cannot-hold.txt",
                "aborted-before-the-start.txt",
                "hang-up.txt",
                "strange.txt",
                "small-buffer.txt",
                "old-without-info.txt",
                "too-many-answers.txt");
    }
}
