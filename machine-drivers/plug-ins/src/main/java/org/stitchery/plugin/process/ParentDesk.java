package org.stitchery.plugin.process;

import java.util.HashMap;
import java.util.Map;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.RequestDesk;
import org.stitchery.plugin.host.Frame;
import org.stitchery.plugin.host.Pack;
import org.stitchery.plugin.host.Unpack;

/** A desk. */
final class ParentDesk extends ParentLink {

    /** Questions with the driver at a time; others wait at the desk. */
    private static final int MOST_OPEN = 16;

    private final RequestDesk desk;
    private final ChildWire wire;
    private final Map<Integer, RequestDesk.Question> asked = new HashMap<>();
    private final OpenErrands answers;
    private int lastNumber;
    private boolean answered;
    private long bytes;

    ParentDesk(RequestDesk desk, ChildWire wire) {
        super(desk);
        this.desk = desk;
        this.wire = wire;
        this.answers = new OpenErrands(wire);
    }

    @Override
    boolean news(int backlog) {
        boolean any = false;
        while (asked.size() < MOST_OPEN) {
            RequestDesk.Question question = desk.next();
            if (question == null) {
                break;
            }
            asked.put(++lastNumber, question);
            wire.send(new Pack().number(lastNumber).question(question).frame(Frame.Kind.QUESTION));
            any = true;
        }
        return answers.tellEnded() || any;
    }

    @Override
    void state(Pack into, int backlog) {
        news(backlog);
    }

    /** Whoever asked waits for an answer, so answers are given at all times; which may hold a design the driver knows. */
    @Override
    boolean serve(Frame.Kind wish, Unpack content, boolean allowed) {
        if (wish != Frame.Kind.REPLY) {
            return false;
        }
        RequestDesk.Question question = asked.remove(content.number());
        int number = content.number();
        RequestDesk.Reply reply = content.reply();
        if (question == null) {
            throw new IllegalArgumentException("a reply to a question that is not open");
        }
        answered |= reply.body().length > 0;
        bytes += reply.body().length;
        answers.add(number, question.answer(reply), Pack::big);
        return true;
    }

    @Override
    void begin() {
        answered = false;
        bytes = 0;
    }

    @Override
    Outcome known(DeliveryOrder order, String detail) {
        return answered
                ? new Outcome.Unknown(Math.min(order.content().length, bytes), detail)
                : new Outcome.NotStarted("no answer with anything in it was given", detail);
    }
}
