package org.stitchery.driver.marlin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Transport;

/** Takes the controller's bytes apart into lines and these into answers; tells of what is no answer at all. */
final class MarlinVoice {

    /** Most that is taken in at a time, so that a babbling machine cannot keep the host. */
    private static final int MOST_BYTES = 1024;

    private static final int LONGEST_LINE = 256;
    private static final int SHOWN = 60;

    private final Transport transport;
    private final Host host;
    private final ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
    private final StringBuilder line = new StringBuilder();
    private long strangeLines;
    private long strangeReportedAt;
    private boolean started;

    MarlinVoice(Transport transport, Host host) {
        this.transport = transport;
        this.host = host;
    }

    /** What was said since the last time, in order. */
    List<MarlinAnswer> hear() throws IOException {
        bytes.clear();
        transport.read(bytes);
        bytes.flip();
        List<MarlinAnswer> answers = new ArrayList<>();
        while (bytes.hasRemaining()) {
            int c = bytes.get() & 0xFF;
            if (c != '\n' && c != '\r') {
                line.append((char) c);
            }
            if (!line.isEmpty() && (c == '\n' || c == '\r' || line.length() == LONGEST_LINE)) {
                String said = line.toString().strip();
                line.setLength(0);
                if (!said.isEmpty()) {
                    take(MarlinAnswer.of(said), answers);
                }
            }
        }
        return answers;
    }

    private void take(MarlinAnswer answer, List<MarlinAnswer> answers) {
        if (answer instanceof MarlinAnswer.Strange strange) {
            strange(strange.text());
        } else if (answer instanceof MarlinAnswer.Remark remark) {
            host.log("says " + remark.text().replaceAll("[^ -~]", "?"));
        } else {
            started |= answer instanceof MarlinAnswer.Started;
            answers.add(answer);
        }
    }

    /** It has started since the port was opened. */
    boolean started() {
        return started;
    }

    /** The first is told at once, then each time their number has doubled: a broken line must not flood anybody. */
    private void strange(String text) {
        if (++strangeLines >= Math.max(1, 2 * strangeReportedAt)) {
            strangeReportedAt = strangeLines;
            String shown = text.replaceAll("[^ -~]", "?");
            host.report(new MachineEvent.Strange("The controller said what is not of its protocol (" + strangeLines
                    + " times by now): \"" + shown.substring(0, Math.min(SHOWN, shown.length())) + "\""));
        }
    }
}
