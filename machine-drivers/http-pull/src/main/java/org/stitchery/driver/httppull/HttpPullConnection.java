package org.stitchery.driver.httppull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.HeldDesign;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.ProbeResult;
import org.stitchery.driver.api.RequestDesk;
import org.stitchery.driver.api.RequestDesk.Question;
import org.stitchery.driver.api.RequestDesk.Reply;
import org.stitchery.driver.httppull.HttpPullSettings.Reports;

/** One machine's desk, attended. */
final class HttpPullConnection implements MachineConnection {

    private final HttpPullSettings settings;
    private final RequestDesk desk;
    private final Host host;
    private @Nullable Delivery running;
    private @Nullable Finished last;
    private Optional<HeldDesign> holds = Optional.empty();
    private String state = "";
    private long deliveries;
    private long heard;

    HttpPullConnection(HttpPullSettings settings, RequestDesk desk, Host host) {
        this.settings = settings;
        this.desk = desk;
        this.host = host;
    }

    /** Says that there is nothing to do. */
    @Override
    public void listen() {
        for (Question question = next(); question != null; question = next()) {
            answerWithoutDelivery(question);
        }
    }

    /** The next question, null for none. */
    @Nullable
    Question next() {
        Question question = desk.next();
        if (question != null) {
            heard++;
        }
        return question;
    }

    @Override
    public Exchange<ProbeResult> probe() {
        refuseWhileRunning();
        return new Probe(heard);
    }

    @Override
    public Exchange<Outcome> deliver(DeliveryOrder order) {
        refuseWhileRunning();
        deliveries++;
        Delivery delivery = settings.reports() == Reports.NOTHING
                ? new PlainDelivery(order, settings, this, host)
                : new PullDelivery(order, deliveries, settings, this, host);
        running = delivery;
        return delivery;
    }

    private void refuseWhileRunning() {
        if (running != null) {
            throw new IllegalStateException("a delivery is running at " + desk.name());
        }
    }

    void over(@Nullable Finished finished) {
        running = null;
        if (finished != null) {
            last = finished;
        }
    }

    /** The machine has said that it holds this. */
    void holds(HeldDesign design) {
        holds = Optional.of(design);
    }

    /** Whoever has this sleeps until there is a person; there is nothing to pause. */
    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public void abort() {
        if (running != null) {
            running.abort();
        }
    }

    // ---- what is answered whether a design waits or not

    /** Answers when nothing is to be handed out, or when it is no question on a running delivery. */
    void answerWithoutDelivery(Question question) {
        String path = question.path();
        if (settings.reports() == Reports.NOTHING) {
            question.answer(path.equals("/") ? Answers.list("") : Answers.noSuchFile());
            return;
        }
        String right = method(path);
        if (right.isEmpty()) {
            question.answer(Answers.unknown());
        } else if (!question.method().equals(right)) {
            question.answer(Answers.wrongMethod(right));
        } else if (path.equals("/next")) {
            question.answer(Answers.nothingToDo(settings.askEverySeconds()));
        } else {
            answerLate(question);
        }
    }

    static String method(String path) {
        return switch (path) {
            case "/next", "/design" -> "GET";
            case "/taken", "/events", "/state" -> "POST";
            default -> "";
        };
    }

    private void answerLate(Question question) {
        Said said;
        try {
            said = Said.in(question);
        } catch (IllegalArgumentException e) {
            question.answer(Answers.notUnderstood(String.valueOf(e.getMessage())));
            return;
        }
        Finished before = last;
        if (question.path().equals("/state")) {
            hearState(question, said);
        } else if (before != null && before.isMeantBy(said)) {
            question.answer(repeated(question, said, before));
        } else {
            question.answer(Answers.isOver());
        }
    }

    private Reply repeated(Question question, Said said, Finished before) {
        if (before.well()) {
            return switch (question.path()) {
                case "/taken" -> Answers.go();
                case "/events" -> Answers.heard();
                default -> Answers.isOver();
            };
        }
        if (said.text("event").equals("done")) {
            host.report(new MachineEvent.NeedsPerson("The machine says that it has sewn "
                    + before.offer().label() + ", after it was given up here. Look at the garment."));
        }
        return Answers.isOver();
    }

    private void hearState(Question question, Said said) {
        state = said.words("state").orElse("");
        String label = said.text("label");
        long bytes = said.number("bytes").orElse(-1);
        long crc32 = said.number("crc32").orElse(-1);
        boolean named = label.matches("[A-Z0-9_-]{1,16}") && bytes >= 0 && crc32 >= 0 && crc32 <= 0xFFFF_FFFFL;
        holds = named ? Optional.of(new HeldDesign(label, bytes, crc32)) : Optional.empty();
        question.answer(Answers.heard());
    }

    /** It is there when it asks, and only then. */
    private final class Probe implements Exchange<ProbeResult> {

        private final long heardBefore;

        Probe(long heardBefore) {
            this.heardBefore = heardBefore;
        }

        @Override
        public @Nullable ProbeResult turn(long nowNanos) {
            listen();
            if (heard == heardBefore) {
                return null;
            }
            boolean idle = state.isEmpty() || state.equals("idle");
            return new ProbeResult(
                    idle ? ProbeResult.State.READY : ProbeResult.State.BUSY,
                    "The machine asks for work" + (state.isEmpty() ? "." : " and says: " + state + "."),
                    holds);
        }

        @Override
        public long nextTurnNanos() {
            return 0;
        }

        @Override
        public ProbeResult ended(Ending why) {
            return new ProbeResult(ProbeResult.State.SILENT, "Nobody has come to " + desk.name() + " to ask.", holds);
        }
    }
}
