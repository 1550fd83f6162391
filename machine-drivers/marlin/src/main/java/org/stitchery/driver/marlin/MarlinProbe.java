package org.stitchery.driver.marlin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.ProbeResult;
import org.stitchery.driver.api.Transport;

/** Asks for the temperatures, which moves nothing and is answered by every firmware of the kind. */
final class MarlinProbe implements Exchange<ProbeResult> {

    private static final long WAITING_NANOS = Duration.ofMillis(20).toNanos();

    private final MarlinSettings settings;
    private final Transport transport;
    private final MarlinVoice voice;
    private final ByteBuffer question = ByteBuffer.wrap("M105\n".getBytes(StandardCharsets.US_ASCII));
    private boolean begun;
    private long begunNanos;
    private long nextTurnNanos;

    MarlinProbe(MarlinSettings settings, Transport transport, MarlinVoice voice) {
        this.settings = settings;
        this.transport = transport;
        this.voice = voice;
    }

    @Override
    public @Nullable ProbeResult turn(long nowNanos) throws IOException {
        if (!begun) {
            begun = true;
            begunNanos = nowNanos;
        }
        for (MarlinAnswer answer : voice.hear()) {
            if (answer instanceof MarlinAnswer.Fatal fatal) {
                return new ProbeResult(
                        ProbeResult.State.BUSY,
                        "The controller says: " + fatal.text().replaceAll("[^ -~]", "?"));
            }
            if (answer instanceof MarlinAnswer.Busy) {
                return new ProbeResult(ProbeResult.State.BUSY, "The controller says that it is busy.");
            }
            if (answer instanceof MarlinAnswer.Ok && !question.hasRemaining()) {
                return new ProbeResult(ProbeResult.State.READY, "The controller answers.");
            }
        }
        if (voice.started() || nowNanos - begunNanos >= settings.greeting().toNanos()) {
            transport.write(question);
        }
        nextTurnNanos = nowNanos + WAITING_NANOS;
        return null;
    }

    @Override
    public long nextTurnNanos() {
        return nextTurnNanos;
    }

    @Override
    public ProbeResult ended(Ending why) {
        return new ProbeResult(ProbeResult.State.SILENT, "The controller did not answer.");
    }
}
