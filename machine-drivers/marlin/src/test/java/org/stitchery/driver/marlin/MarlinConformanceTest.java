package org.stitchery.driver.marlin;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.kit.DriverConformanceTest;

/** The kit's questions. Frames are made here from the protocol's description, not with the driver's code. */
class MarlinConformanceTest extends DriverConformanceTest {

    @Override
    protected LineDriver driver() {
        return new MarlinDriver();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("history-lines", "5");
    }

    @Override
    protected DeliveryOrder smallOrder() {
        return SmallDesign.order();
    }

    /** The line that sets the numbers moves nothing; it may be said several times. */
    @Override
    protected int questionBytes() {
        return 64;
    }

    /** Half a line is ended, then M108 and M410. */
    @Override
    protected int controlBytes() {
        return 11;
    }

    @Override
    protected byte[] framed(byte[] body) {
        int sum = 0;
        for (byte value : body) {
            sum ^= value;
        }
        String line = new String(body, StandardCharsets.US_ASCII) + "*" + sum + "\n";
        return line.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    protected List<String> transcripts() {
        return List.of(
                "delivered.txt",
                "aborted-before-the-start.txt",
                "aborted.txt",
                "busy.txt",
                "checksum.txt",
                "hang-up.txt",
                "killed.txt",
                "lost-line.txt",
                "lost-ok.txt",
                "no-end-stops.txt",
                "no-start.txt",
                "numbered-oks.txt",
                "oks-too-many.txt",
                "paused.txt",
                "resend-after-it-was-taken.txt",
                "resend-burst.txt",
                "resend-first.txt",
                "resend-never-said.txt",
                "resend-of-the-numbering.txt",
                "resend-older.txt",
                "resend-too-old.txt",
                "resend-without-ok.txt",
                "restarted.txt",
                "silent.txt",
                "strange.txt",
                "thread-change-quiet.txt",
                "thread-change.txt",
                "thread-change-long.txt",
                "temperatures-only.txt",
                "lost-ok-between-temperatures.txt",
                "unknown-before-moves.txt",
                "unknown-command.txt",
                "wait.txt");
    }
}
