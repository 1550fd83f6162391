package org.stitchery.driver.grbl;

import java.io.IOException;
import java.util.List;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.Transport;

/** The controller as one exchange sees it: has it said hello, when was it asked how it is, when was it last heard. */
final class GrblLink {

    private final GrblSettings settings;
    private final GrblVoice voice;
    private final GrblMouth mouth;
    private boolean known;
    private boolean begun;
    private long begunNanos;
    private boolean asked;
    private long askedNanos;
    private long heardNanos;

    GrblLink(GrblSettings settings, Transport transport, Host host) {
        this.settings = settings;
        this.voice = new GrblVoice(transport, host);
        this.mouth = new GrblMouth(transport);
    }

    GrblVoice voice() {
        return voice;
    }

    GrblMouth mouth() {
        return mouth;
    }

    /** Before an exchange: nothing of the last one counts. */
    void anew() {
        begun = false;
        asked = false;
        mouth.forget();
    }

    List<GrblAnswer> hear(long nowNanos) throws IOException {
        if (!begun) {
            begun = true;
            begunNanos = nowNanos;
            heardNanos = nowNanos;
        }
        List<GrblAnswer> answers = voice.hear();
        if (!answers.isEmpty()) {
            heardNanos = nowNanos;
        }
        for (GrblAnswer answer : answers) {
            if (answer instanceof GrblAnswer.Status) {
                known = true;
                asked = false;
            }
        }
        return answers;
    }

    /** Asks how it is when that is due; not before it has said hello, or had time to. */
    void ask(long nowNanos) {
        boolean there = known
                || voice.saidHello()
                || nowNanos - begunNanos >= settings.banner().toNanos();
        // A question that was not answered may have got lost; asked again it does no harm.
        long every = settings.statusEvery().toNanos() * (asked ? 5 : 1);
        boolean due = askedNanos == 0 || nowNanos - askedNanos >= every;
        if (there && due && mouth.saidAtOnce()) {
            if (!asked) {
                heardNanos = nowNanos;
            }
            asked = true;
            askedNanos = nowNanos;
            mouth.atOnce(GrblMouth.ASK);
        }
    }

    /** It owes an answer to how it is, and has said nothing at all, for longer than a controller may. */
    boolean silent(long nowNanos) {
        return asked && nowNanos - heardNanos >= settings.silence().toNanos();
    }
}
