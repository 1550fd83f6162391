package org.stitchery.driver.httppull;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Errand;
import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.RequestDesk.Question;

/**
 * One design for a machine that knows nothing but fetching a file. It is handed out once, to the first who asks, whole or
 * broken: nothing says whether what arrived is being sewn.
 */
final class PlainDelivery implements Delivery {

    private final DeliveryOrder order;
    private final byte[] content;
    private final HttpPullConnection connection;
    private final Host host;
    private final String name;
    private final Offer offer;
    private @Nullable Errand<Long> leaving;
    private boolean begun;
    private boolean aborted;

    PlainDelivery(DeliveryOrder order, HttpPullSettings settings, HttpPullConnection connection, Host host) {
        this.order = order;
        this.content = order.content();
        this.connection = connection;
        this.host = host;
        this.name = settings.fixedName().isEmpty() ? order.label() + "." + order.format() : settings.fixedName();
        this.offer = new Offer(order, 0, 0);
    }

    @Override
    public @Nullable Outcome turn(long nowNanos) throws IOException {
        if (!begun) {
            begun = true;
            Outcome refusal = PullDelivery.refusal(order);
            if (refusal != null) {
                return over(refusal);
            }
            host.report(new MachineEvent.NeedsPerson("Fetch " + name + " at the machine."));
        }
        if (!aborted) {
            hear();
        }
        if (leaving != null && leaving.over()) {
            long left = leaving.result();
            leaving = null;
            if (left > 0) {
                return over(left(left));
            }
        }
        return aborted ? over(known("The delivery was aborted.")) : null;
    }

    private Outcome left(long bytes) {
        host.report(new MachineEvent.Progressed(Evidence.ON_THE_WIRE, bytes));
        if (bytes == content.length && !aborted) {
            return new Outcome.Delivered(
                    Evidence.ON_THE_WIRE,
                    "Every byte of " + name + " has left for the machine. Nothing says whether it arrived; look at the"
                            + " machine's panel.");
        }
        return new Outcome.Unknown(
                bytes,
                bytes + " of " + content.length + " bytes of " + name
                        + " had left when it ended. It is not handed out again by itself, since the machine may have"
                        + " begun.");
    }

    private void hear() {
        for (Question question = connection.next(); question != null; question = connection.next()) {
            boolean asksForIt = isFor(question.path());
            if (question.path().equals("/") && isLook(question)) {
                question.answer(Answers.list(leaving == null ? name + "\n" : ""));
            } else if (!asksForIt || leaving != null) {
                connection.answerWithoutDelivery(question);
            } else if (question.method().equals("HEAD")) {
                question.answer(Answers.design(offer, content));
            } else if (question.method().equals("GET")) {
                host.log(name + " is fetched by " + question.from());
                host.report(new MachineEvent.Progressed(Evidence.ACCEPTED_BY_SYSTEM, 0));
                leaving = question.answer(Answers.design(offer, content));
            } else {
                question.answer(Answers.wrongMethod("GET"));
            }
        }
    }

    private static boolean isLook(Question question) {
        return question.method().equals("GET") || question.method().equals("HEAD");
    }

    private boolean isFor(String path) {
        return path.toLowerCase(Locale.ROOT).equals("/" + name.toLowerCase(Locale.ROOT));
    }

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
        return over(known(
                switch (why) {
                    case DEADLINE -> "The machine did not fetch it in time.";
                    case LINK_LOST -> "The desk is gone.";
                    case TAKEN_AWAY -> "The desk was taken away.";
                }));
    }

    private Outcome known(String how) {
        return leaving == null
                ? new Outcome.NotStarted(PullDelivery.NOTHING_LEFT, how + " Nobody had fetched " + name + ".")
                : new Outcome.Unknown(content.length, how + " " + name + " was just being fetched.");
    }

    private Outcome over(Outcome outcome) {
        connection.over(null);
        return outcome;
    }
}
