package org.stitchery.plugin.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Errand;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.RequestDesk;
import org.stitchery.plugin.host.ErrandEnd;
import org.stitchery.plugin.host.Frame;
import org.stitchery.plugin.host.Pack;
import org.stitchery.plugin.host.Unpack;

/** A desk. */
final class ParentDesk extends ParentLink {

    /** Questions with the driver at a time; others wait at the desk. */
    private static final int MOST_OPEN = 16;

    private record Open(int number, Errand<Long> errand) {}

    private final RequestDesk desk;
    private final ChildWire wire;
    private final Map<Integer, RequestDesk.Question> asked = new HashMap<>();
    private final List<Open> open = new ArrayList<>();
    private int lastNumber;
    private boolean answered;
    private long bytes;

    ParentDesk(RequestDesk desk, ChildWire wire) {
        super(desk);
        this.desk = desk;
        this.wire = wire;
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
        for (Iterator<Open> each = open.iterator(); each.hasNext(); ) {
            Open answer = each.next();
            if (answer.errand().over()) {
                each.remove();
                tell(answer);
                any = true;
            }
        }
        return any;
    }

    private void tell(Open over) {
        Pack news = new Pack().number(over.number());
        try {
            long handedOver = over.errand().result();
            news.name(ErrandEnd.DONE).big(handedOver);
        } catch (IOException e) {
            news.name(ErrandEnd.LOST).text(String.valueOf(e.getMessage()));
        }
        wire.send(news.frame(Frame.Kind.ERRAND_OVER));
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
        open.add(new Open(number, question.answer(reply)));
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
