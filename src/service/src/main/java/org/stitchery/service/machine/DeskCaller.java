package org.stitchery.service.machine;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import org.stitchery.driver.api.RequestDesk.Reply;
import org.stitchery.transport.Caller;
import org.stitchery.transport.DeskVisit;

/**
 * One who asks at a desk, as the web server sees them. An answer is written piece by piece, each only when the one before
 * was handed to the line, so that what is said to have left has left this process.
 */
final class DeskCaller implements Caller {

    private static final int PIECE = 8192;

    private final HttpServerRequest request;
    private final Context context;
    private volatile boolean hungUp;

    /** @param context the request's own, on which alone its answer is touched */
    DeskCaller(HttpServerRequest request, Context context) {
        this.request = request;
        this.context = context;
    }

    @Override
    public void answer(Reply reply, DeskVisit visit) {
        context.runOnContext(now -> send(reply, visit));
    }

    @Override
    public void hangUp() {
        hungUp = true;
        context.runOnContext(now -> {
            if (isHttp2(request)) {
                request.response().reset();
            } else {
                request.connection().close();
            }
        });
    }

    private void send(Reply reply, DeskVisit visit) {
        HttpServerResponse response = request.response();
        if (hungUp || response.closed() || response.ended()) {
            visit.over();
            return;
        }
        head(request, reply);
        byte[] body = reply.body();
        if (body.length == 0 || request.method().equals(HttpMethod.HEAD)) {
            response.end().onComplete(sent -> visit.over());
        } else {
            write(body, 0, visit);
        }
    }

    private void write(byte[] body, int at, DeskVisit visit) {
        HttpServerResponse response = request.response();
        if (hungUp || response.closed()) {
            visit.over();
            return;
        }
        int count = Math.min(PIECE, body.length - at);
        boolean last = at + count == body.length;
        Buffer piece = Buffer.buffer(count).appendBytes(body, at, count);
        (last ? response.end(piece) : response.write(piece)).onComplete(written -> {
            // A write that fails may have let some of its bytes go, though never all.
            visit.left(written.succeeded() ? at + count : at + count - 1);
            if (written.failed() || last) {
                visit.over();
            } else {
                write(body, at + count, visit);
            }
        });
    }

    static void head(HttpServerRequest request, Reply reply) {
        HttpServerResponse response = request.response();
        response.setStatusCode(reply.status());
        reply.headers().forEach(response::putHeader);
        int length = reply.body().length;
        if (length > 0) {
            response.putHeader("Content-Type", reply.type());
        }
        if (reply.status() != 204) {
            response.putHeader("Content-Length", Integer.toString(length));
        }
        response.putHeader("Cache-Control", "no-store");
    }

    private static boolean isHttp2(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2;
    }
}
