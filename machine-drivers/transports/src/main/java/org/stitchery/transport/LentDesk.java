package org.stitchery.transport;

import java.io.IOException;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeskDriver;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Errand;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.api.RequestDesk;

/**
 * A desk, lent. A driver may answer at any time; but while none of its exchanges runs it may only say a few words, so
 * that no design can leave then. What leaves belongs to the exchange in which it was answered and is stopped when that
 * is ended from outside.
 */
final class LentDesk extends Lent implements RequestDesk {

    /** How often the driver looks for questions while it works. A person at a machine does not notice it. */
    private static final long VISIT_NANOS = 5_000_000;

    /** Longest answer between exchanges, in bytes. No design is that short: a DST header alone has 512. */
    private static final int FEW_WORDS = 400;

    private static final int GOOD = 200;
    private static final int NO_LONGER_GOOD = 300;

    private final OpenDesk desk;

    LentDesk(OpenDesk desk, LongSupplier nanoClock) {
        super(desk, nanoClock);
        this.desk = desk;
    }

    @Override
    MachineConnection open(MachineDriver driver, DriverSettings settings, Host host) {
        if (driver instanceof DeskDriver answers) {
            return answers.open(settings, this, host);
        }
        throw notFor(driver);
    }

    @Override
    long visitNanos() {
        return VISIT_NANOS;
    }

    /** Word on what has left may still go out; what has not left of a design may not. */
    @Override
    void aborted() {
        desk.cutAnswers(FEW_WORDS);
    }

    @Override
    void recallUnsent() {
        desk.cutAnswers(0);
    }

    @Override
    public @Nullable Question next() {
        DeskVisit visit = isTakenBack() ? null : desk.next();
        return visit == null ? null : new Asked(visit);
    }

    private final class Asked implements Question {

        private final DeskVisit visit;
        private boolean answered;

        Asked(DeskVisit visit) {
            this.visit = visit;
        }

        @Override
        public String method() {
            return visit.call().method();
        }

        @Override
        public String path() {
            return visit.call().path();
        }

        @Override
        public Map<String, String> parameters() {
            return visit.call().parameters();
        }

        @Override
        public byte[] body() {
            return visit.call().body();
        }

        @Override
        public String from() {
            return visit.call().from();
        }

        @Override
        public Errand<Long> answer(Reply reply) {
            if (answered) {
                throw new IllegalStateException("a driver answered one question twice: " + method() + " " + path());
            }
            answered = true;
            int length = reply.body().length;
            if (length > FEW_WORDS && !isSpeaking()) {
                throw new IllegalStateException(
                        "a driver handed " + length + " bytes out while none of its exchanges ran");
            }
            if (isTakenBack()) {
                return new Sent(visit, false);
            }
            boolean counts = counts(reply.status(), length);
            boolean begun = visit.answer(reply, counts ? LentDesk.this::moved : () -> {});
            if (begun && counts) {
                accepted(length);
            }
            return new Sent(visit, begun);
        }

        /** A design that leaves gets a delivery further, and so does news; somebody who only asks again and again does not. */
        private boolean counts(int status, int length) {
            boolean good = status >= GOOD && status < NO_LONGER_GOOD;
            return good && (length > FEW_WORDS || method().equals("POST"));
        }
    }

    /** An answer on its way; one that was never begun has been over from the start. */
    private record Sent(DeskVisit visit, boolean begun) implements Errand<Long> {

        @Override
        public boolean over() {
            return !begun || visit.isOver();
        }

        @Override
        public Long result() throws IOException {
            if (!over()) {
                throw new IllegalStateException("an answer was asked for its result before it was over");
            }
            return begun ? visit.leftBytes() : 0;
        }
    }
}
