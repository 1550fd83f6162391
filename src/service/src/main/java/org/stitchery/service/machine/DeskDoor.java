package org.stitchery.service.machine;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.stitchery.driver.api.RequestDesk.Reply;
import org.stitchery.transport.Desk;
import org.stitchery.transport.DeskCall;
import org.stitchery.transport.DeskHall;
import org.stitchery.transport.DeskReplies;
import org.stitchery.transport.DeskVisit;

/**
 * Brings machines that come and ask to their desks: everything below {@code /machine-desk/}. They have no account and no
 * session, only the token of their desk, which the {@link DeskHall} looks at before a byte of their question is read.
 * Whoever waits here holds no thread.
 */
@Singleton
class DeskDoor {

    /** Before {@code UploadLimit} at 390 and authentication at 200: a machine is none of their people. */
    private static final int BEFORE_EVERYTHING_FOR_PEOPLE = 395;

    private static final int MOST_DRAINED = 1024 * 1024;

    private final DeskHall hall;
    private final Vertx vertx;

    DeskDoor(DeskHall hall, Vertx vertx) {
        this.hall = hall;
        this.vertx = vertx;
    }

    void register(@Observes Filters filters) {
        filters.register(this::letIn, BEFORE_EVERYTHING_FOR_PEOPLE);
    }

    private void letIn(RoutingContext context) {
        HttpServerRequest request = context.request();
        String raw = request.path();
        if (raw == null || !raw.startsWith(DeskHall.ROOT)) {
            context.next();
            return;
        }
        int slash = raw.indexOf('/', DeskHall.ROOT.length());
        String name = slash < 0 ? "" : raw.substring(DeskHall.ROOT.length(), slash);
        String from = request.remoteAddress() == null
                ? "unknown"
                : String.valueOf(request.remoteAddress().hostAddress());
        DeskHall.Entry entry = hall.enter(name, request.getHeader("Authorization"), from);
        if (entry instanceof DeskHall.Entry.Out out) {
            read(request, body -> refuse(request, out.reply()));
        } else if (entry instanceof DeskHall.Entry.In in) {
            read(request, body -> ask(in.desk(), context, raw.substring(slash), body, from));
        }
    }

    /**
     * Reads the question, keeps as much of it as a desk listens to, and throws away as much more as somebody may send by
     * mistake: few clients hear an answer before they have said everything.
     */
    private static void read(HttpServerRequest request, Consumer<byte[]> then) {
        Buffer body = Buffer.buffer();
        long[] length = {0};
        request.handler(more -> {
            length[0] += more.length();
            if (length[0] <= Desk.LARGEST_BODY) {
                body.appendBuffer(more);
            } else if (length[0] > MOST_DRAINED && !request.response().ended()) {
                refuse(request, DeskReplies.tooLong());
            }
        });
        request.endHandler(end -> {
            if (request.response().ended()) {
                return;
            }
            if (length[0] > Desk.LARGEST_BODY) {
                refuse(request, DeskReplies.tooLong());
            } else {
                then.accept(body.getBytes());
            }
        });
        request.resume();
    }

    private void ask(Desk desk, RoutingContext context, String rawPath, byte[] body, String from) {
        HttpServerRequest request = context.request();
        DeskCall call;
        try {
            call = DeskCall.of(request.method().name(), rawPath, request.query(), body, from);
        } catch (IllegalArgumentException e) {
            refuse(request, DeskReplies.notUnderstood(String.valueOf(e.getMessage())));
            return;
        }
        DeskVisit visit = desk.ask(call, new DeskCaller(request, vertx.getOrCreateContext()));
        long timer = vertx.setTimer(desk.patience().toMillis(), late -> visit.outOfPatience());
        context.addEndHandler(ended -> {
            vertx.cancelTimer(timer);
            visit.gone();
        });
    }

    private static void refuse(HttpServerRequest request, Reply reply) {
        DeskCaller.head(request, reply);
        request.response().end(Buffer.buffer(reply.body()));
    }
}
