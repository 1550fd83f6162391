package org.stitchery.driver.httppull;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Errand;
import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.RequestDesk.Question;
import org.stitchery.driver.httppull.HttpPullSettings.Reports;

/**
 * One design for an agent that checks what it got and says so.
 *
 * <p>Until its first byte leaves, anybody with the desk's token is offered it, each with a claim of their own. Then it
 * belongs to the claim that fetched it; that one may fetch again while it has not said that it has it. After that nobody
 * may. Once a byte has left, only the machine's own refusal before it was allowed to sew ends this otherwise than as
 * taken, sewn or unknown.
 */
final class PullDelivery implements Delivery {

    /**
     * So often a design is handed out, and so often the permission to sew it is repeated. Who needs more lies behind a
     * network that spoils every answer; without a limit what leaves would keep the delivery going for ever. Taste.
     */
    private static final int MOST_TIMES = 20;

    static final String NOTHING_LEFT = "no byte of the design was handed to anybody";

    private final DeliveryOrder order;
    private final byte[] content;
    private final long number;
    private final HttpPullSettings settings;
    private final HttpPullConnection connection;
    private final Host host;

    /** Questions that cannot be answered before what is leaving has left. */
    private final Queue<Question> later = new ArrayDeque<>();

    private @Nullable Offer offer;

    /** Who has the design, empty while nobody has a byte of it. */
    private String claim = "";

    private @Nullable Errand<Long> leaving;
    private @Nullable Errand<Long> going;
    private long mostLeft;
    private int fetches;
    private int goes;
    private boolean taken;
    private boolean sewing;
    private boolean held;
    private boolean aborted;

    /** How it ends once the answer that says so has left. */
    private @Nullable Outcome ending;

    private @Nullable Errand<Long> lastAnswer;

    PullDelivery(
            DeliveryOrder order, long number, HttpPullSettings settings, HttpPullConnection connection, Host host) {
        this.order = order;
        this.content = order.content();
        this.number = number;
        this.settings = settings;
        this.connection = connection;
        this.host = host;
    }

    @Override
    public @Nullable Outcome turn(long nowNanos) throws IOException {
        if (offer == null) {
            Outcome refusal = refusal(order);
            if (refusal != null) {
                return over(refusal);
            }
            offer = new Offer(order, nowNanos, number);
        }
        Offer open = offer;
        lookAfterWhatLeaves();
        if (ending == null && !aborted) {
            hear(open);
            lookAfterWhatLeaves();
        }
        if (ending != null && (aborted || lastAnswer == null || lastAnswer.over())) {
            return over(ending);
        }
        return aborted ? over(known("The delivery was aborted.")) : null;
    }

    /** Why this driver cannot hand that out, null when it can. */
    static @Nullable Outcome refusal(DeliveryOrder order) {
        if (!order.format().equals(HttpPullDriver.FORMAT)) {
            return new Outcome.Rejected(
                    "This desk hands out " + HttpPullDriver.FORMAT + ", the design is " + order.format() + ".");
        }
        int bytes = order.content().length;
        if (bytes > HttpPullDriver.LARGEST_BYTES) {
            return new Outcome.Rejected("The design has " + bytes + " bytes; the largest that is handed out has "
                    + HttpPullDriver.LARGEST_BYTES + ".");
        }
        if (order.fromStitch() != 0) {
            return new Outcome.Rejected("Where in a design this machine begins is said at the machine.");
        }
        return null;
    }

    // ---- what is on its way

    private void lookAfterWhatLeaves() throws IOException {
        if (leaving != null && leaving.over()) {
            long left = leaving.result();
            leaving = null;
            mostLeft = Math.max(mostLeft, left);
            if (mostLeft == 0) {
                // Whoever asked was gone before the first byte: it is nobody's again.
                claim = "";
            } else {
                host.report(new MachineEvent.Progressed(Evidence.ACCEPTED_BY_SYSTEM, mostLeft));
            }
        }
        if (going != null && going.over()) {
            boolean heard = going.result() > 0;
            going = null;
            if (heard && settings.reports() == Reports.TAKEN && ending == null) {
                ending = new Outcome.Delivered(
                        Evidence.ACKNOWLEDGED,
                        "The machine has " + order.label() + " with the right checksum and may sew it.");
            }
        }
    }

    // ---- questions

    private void hear(Offer open) {
        List<Question> waited = new ArrayList<>(later);
        later.clear();
        for (Question question : waited) {
            hear(question, open);
        }
        while (ending == null) {
            Question question = connection.next();
            if (question == null) {
                return;
            }
            hear(question, open);
        }
    }

    private void hear(Question question, Offer open) {
        if (!question.method().equals(HttpPullConnection.method(question.path()))
                || question.path().equals("/state")) {
            connection.answerWithoutDelivery(question);
            return;
        }
        Said said;
        try {
            said = Said.in(question);
        } catch (IllegalArgumentException e) {
            question.answer(Answers.notUnderstood(String.valueOf(e.getMessage())));
            return;
        }
        if (question.path().equals("/next")) {
            question.answer(
                    claim.isEmpty() && leaving == null
                            ? Answers.offer(open, said.text("as").equals("lines"))
                            : Answers.nothingToDo(settings.askEverySeconds()));
        } else if (said.text("claim").isEmpty()) {
            question.answer(Answers.notUnderstood("Ask for next, and bring the claim that comes with it."));
        } else if (!open.gave(said.text("claim"))) {
            connection.answerWithoutDelivery(question);
        } else if (leaving != null && said.text("claim").equals(claim)) {
            // Its word on what it has may be faster than ours on what has left.
            later.add(question);
        } else {
            switch (question.path()) {
                case "/design" -> design(question, said, open);
                case "/taken" -> taken(question, said, open);
                default -> event(question, said, open);
            }
        }
    }

    private void design(Question question, Said said, Offer open) {
        if (taken) {
            question.answer(Answers.contradiction("It was said that the design is there. It is handed out no more."));
        } else if (!claim.isEmpty() && !claim.equals(said.text("claim"))) {
            question.answer(Answers.contradiction("The design was handed to another claim."));
        } else if (fetches == MOST_TIMES) {
            ending = new Outcome.Unknown(
                    mostLeft,
                    order.label() + " was fetched " + MOST_TIMES
                            + " times and never arrived whole. It was not allowed to be"
                            + " sewn; look at the network, and at the machine.");
            lastAnswer = question.answer(Answers.isOver());
        } else {
            fetches++;
            if (claim.isEmpty()) {
                claim = said.text("claim");
                host.log(order.label() + " is fetched by " + question.from());
                host.report(new MachineEvent.Progressed(Evidence.ACCEPTED_BY_SYSTEM, 0));
            }
            leaving = question.answer(Answers.design(open, content));
        }
    }

    private boolean isWhole() {
        return mostLeft == content.length;
    }

    private boolean contradicts(Question question, Said said, Offer open) {
        if (!said.text("claim").equals(claim)) {
            question.answer(Answers.contradiction("Fetch the design first, or it was handed to another claim."));
        } else if (!open.isMeantBy(said)) {
            question.answer(Answers.contradiction(
                    "Label or SHA-256 is not that of the design. Throw it away and fetch it again."));
        } else if (!isWhole()) {
            question.answer(Answers.contradiction("The whole design has not left here. Fetch it again."));
        } else {
            return false;
        }
        return true;
    }

    private void taken(Question question, Said said, Offer open) {
        if (contradicts(question, said, open)) {
            return;
        }
        if (goes == MOST_TIMES) {
            ending = new Outcome.Unknown(
                    mostLeft,
                    order.label() + " was taken, and the machine was told " + MOST_TIMES
                            + " times that it may sew and asks"
                            + " again. Whether it sews is not known; look at the network, and at the machine.");
            lastAnswer = question.answer(Answers.isOver());
            return;
        }
        goes++;
        Errand<Long> answer = question.answer(Answers.go());
        if (going == null) {
            going = answer;
        }
        nowTaken(open);
    }

    private void nowTaken(Offer open) {
        if (!taken) {
            taken = true;
            connection.holds(open.held());
            host.report(new MachineEvent.Progressed(Evidence.ACKNOWLEDGED, content.length));
        }
    }

    private void event(Question question, Said said, Offer open) {
        String event = said.text("event");
        if (event.equals("refused")) {
            refused(question, said);
            return;
        }
        if (event.equals("done") ? contradicts(question, said, open) : isNotSewing(question, said)) {
            return;
        }
        switch (event) {
            case "sewing" -> {
                released();
                if (!sewing) {
                    sewing = true;
                    host.report(new MachineEvent.Sewing());
                }
                counter(said);
            }
            case "stitches" -> counter(said);
            case "thread-break" -> {
                counter(said);
                host.report(new MachineEvent.ThreadBroke(said.words("detail").orElse("The thread broke.")));
                held("thread break");
            }
            case "stopped" -> {
                counter(said);
                host.report(new MachineEvent.NeedsPerson(
                        said.words("detail").orElse("The machine has stopped and waits for a person.")));
                held("stopped");
            }
            case "done" -> {
                nowTaken(open);
                counter(said);
                ending = settings.reports() == Reports.SEWING
                        ? new Outcome.Sewn("The machine says that it has sewn " + order.label() + " to its end.")
                        : new Outcome.Delivered(
                                Evidence.ACKNOWLEDGED,
                                "The machine has " + order.label() + " with the right checksum.");
            }
            case "gave-up" ->
                ending = new Outcome.Unknown(
                        mostLeft,
                        "The machine says that it has given up: "
                                + said.words("detail").orElse("it does not say why") + ".");
            default -> {
                question.answer(Answers.notUnderstood("There is no such event."));
                return;
            }
        }
        lastAnswer = question.answer(Answers.heard());
    }

    /** Only who was told to go can tell what the needle does. */
    private boolean isNotSewing(Question question, Said said) {
        if (taken && said.text("claim").equals(claim)) {
            return false;
        }
        question.answer(Answers.contradiction("Say first that the design was taken, and wait for the answer."));
        return true;
    }

    private void refused(Question question, Said said) {
        String why = "The machine refused it: " + said.words("detail").orElse("it does not say why") + ".";
        if (!claim.isEmpty() && !claim.equals(said.text("claim"))) {
            question.answer(Answers.contradiction("The design was handed to another claim."));
            return;
        }
        if (taken) {
            ending = new Outcome.Unknown(mostLeft, why + " Before, it had taken it.");
        } else {
            ending = said.flag("later") ? new Outcome.Hold(why) : new Outcome.Rejected(why);
        }
        lastAnswer = question.answer(Answers.heard());
    }

    private void counter(Said said) {
        said.number("stitches").ifPresent(stitches -> host.report(new MachineEvent.CounterRead(stitches)));
    }

    private void held(String how) {
        sewing = false;
        held = true;
        host.report(new MachineEvent.HeldByMachine(how));
    }

    private void released() {
        if (held) {
            held = false;
            host.report(new MachineEvent.Released());
        }
    }

    // ---- the end

    @Override
    public void abort() {
        aborted = true;
    }

    @Override
    public long nextTurnNanos() {
        return 0;
    }

    @Override
    public Outcome ended(Ending why) {
        String how = switch (why) {
            case DEADLINE -> "The machine said nothing for too long.";
            case LINK_LOST -> "The desk is gone.";
            case TAKEN_AWAY -> "The desk was taken away.";
        };
        Outcome outcome = ending == null ? known(how) : ending;
        return over(outcome);
    }

    /** What can be said without a word of the machine. */
    private Outcome known(String how) {
        if (claim.isEmpty()) {
            return new Outcome.NotStarted(NOTHING_LEFT, how + " Nobody had fetched " + order.label() + ".");
        }
        if (leaving != null) {
            return new Outcome.Unknown(content.length, how + " " + order.label() + " was just being fetched.");
        }
        String far = taken
                ? " was taken and may be sewn, in part or whole."
                : " was fetched; whether it arrived, and whether it is sewn, is not known.";
        return new Outcome.Unknown(mostLeft, how + " " + order.label() + far);
    }

    private Outcome over(Outcome outcome) {
        released();
        boolean well = outcome instanceof Outcome.Delivered || outcome instanceof Outcome.Sewn;
        connection.over(offer == null ? null : new Finished(offer, claim, well));
        later.forEach(connection::answerWithoutDelivery);
        later.clear();
        return outcome;
    }
}
