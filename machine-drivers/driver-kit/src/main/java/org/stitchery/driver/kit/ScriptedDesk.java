package org.stitchery.driver.kit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Errand;
import org.stitchery.driver.api.RequestDesk;
import org.stitchery.driver.kit.DeskAsker.Asking;

/** A desk in memory, at which answers take as many turns as it is told and can break off at any byte. */
final class ScriptedDesk implements RequestDesk {

    /** As the host of the service: between exchanges only a few words may be said. */
    private static final int FEW_WORDS = 400;

    private final Queue<Visit> waiting = new ArrayDeque<>();
    private final List<Visit> visits = new ArrayList<>();
    private final int turnsPerAnswer;
    private boolean turning;

    /** @param turnsPerAnswer how many turns an answer is on its way, 0 or more */
    ScriptedDesk(int turnsPerAnswer) {
        this.turnsPerAnswer = turnsPerAnswer;
    }

    /** @param cutAt after how many bytes of its body the answer breaks off; negative for never */
    Visit ask(Asking asking, int cutAt) {
        Visit visit = new Visit(asking, cutAt);
        waiting.add(visit);
        visits.add(visit);
        return visit;
    }

    /** Everything that was ever asked, in order. */
    List<Visit> visits() {
        return List.copyOf(visits);
    }

    void beginTurn() {
        turning = true;
    }

    /** What is on its way gets further. */
    void endTurn() {
        turning = false;
        visits.forEach(Visit::goOn);
    }

    /** As a host does when a delivery is aborted or ended: nothing more of a design leaves. */
    void cutDesigns() {
        visits.forEach(Visit::cutIfLong);
    }

    @Override
    public String name() {
        return "desk:scripted";
    }

    @Override
    public @Nullable Question next() {
        return waiting.poll();
    }

    /** One question and its answer. */
    final class Visit implements Question, Errand<Long> {

        private final Asking asking;
        private int cutAt;
        private @Nullable Reply reply;
        private int turns;
        private boolean over;

        Visit(Asking asking, int cutAt) {
            this.asking = asking;
            this.cutAt = cutAt;
        }

        Asking asking() {
            return asking;
        }

        @Nullable
        Reply reply() {
            return reply;
        }

        /** What of the body has arrived. */
        byte[] received() {
            return reply == null ? new byte[0] : Arrays.copyOf(reply.body(), left());
        }

        boolean isWhole() {
            return over && reply != null && left() == reply.body().length && !brokenBeforeBody();
        }

        /** An answer without a body, or whose first byte never came, breaks off as well. */
        private boolean brokenBeforeBody() {
            return cutAt == 0;
        }

        private int left() {
            int length = reply == null ? 0 : reply.body().length;
            int far = over || turnsPerAnswer == 0 ? length : length * Math.min(turns, turnsPerAnswer) / turnsPerAnswer;
            return cutAt < 0 ? far : Math.min(far, cutAt);
        }

        private void goOn() {
            if (reply != null && !over) {
                over = turns++ >= turnsPerAnswer;
            }
        }

        private void cutIfLong() {
            if (reply != null && !over && reply.body().length > FEW_WORDS / 2) {
                cutAt = left();
                over = true;
            }
        }

        @Override
        public String method() {
            return asking.method();
        }

        @Override
        public String path() {
            return asking.path();
        }

        @Override
        public Map<String, String> parameters() {
            return asking.parameters();
        }

        @Override
        public byte[] body() {
            return asking.body();
        }

        @Override
        public String from() {
            return "192.0.2.7";
        }

        @Override
        public Errand<Long> answer(Reply answer) {
            if (reply != null) {
                throw new IllegalStateException("a question was answered twice: " + asking);
            }
            if (!turning && answer.body().length > FEW_WORDS) {
                throw new AssertionError("a driver said " + answer.body().length
                        + " bytes while none of its exchanges was turned, in answer to " + path());
            }
            reply = answer;
            return this;
        }

        @Override
        public boolean over() {
            return over;
        }

        @Override
        public Long result() {
            if (!over) {
                throw new IllegalStateException("an answer was asked for its result before it was over");
            }
            return (long) left();
        }
    }
}
