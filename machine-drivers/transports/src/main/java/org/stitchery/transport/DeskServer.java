package org.stitchery.transport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.stitchery.driver.api.RequestDesk.Reply;
import org.stitchery.transport.TransportException.Reason;

/**
 * A small web server for desks of a program that has none. A waiting question holds none of its threads; reading one and
 * sending an answer does, within limits of time.
 */
final class DeskServer implements AutoCloseable {

    static {
        // The JDK's server reads these once. Without them a peer that says nothing holds a thread for ever, and every
        // answer waits for the peer's delayed acknowledgement. What an administrator has set stays.
        setIfAbsent("sun.net.httpserver.maxReqTime", "10");
        setIfAbsent("sun.net.httpserver.maxRspTime", "60");
        setIfAbsent("sun.net.httpserver.nodelay", "true");
    }

    private static final int THREADS = 6;
    private static final int BACKLOG = 64;
    private static final int CHUNK = 4096;

    private final HttpServer server;
    private final DeskHall hall;
    private final ThreadPoolExecutor workers;
    private final ScheduledExecutorService patience;

    private DeskServer(HttpServer server, DeskHall hall) {
        this.server = server;
        this.hall = hall;
        this.workers = new ThreadPoolExecutor(
                THREADS, THREADS, 5, TimeUnit.SECONDS, new ArrayBlockingQueue<>(BACKLOG), DeskServer::thread);
        workers.allowCoreThreadTimeOut(true);
        this.patience = Executors.newSingleThreadScheduledExecutor(DeskServer::thread);
    }

    static DeskServer start(DeskUri.Listen listen, DeskHall hall, String place) throws TransportException {
        InetSocketAddress address = new InetSocketAddress(listen.host(), listen.port());
        try {
            DeskServer server = new DeskServer(HttpServer.create(address, BACKLOG), hall);
            server.server.createContext("/", server::handle);
            server.server.setExecutor(server.workers);
            server.server.start();
            return server;
        } catch (IOException e) {
            throw new TransportException(
                    Reason.BUSY,
                    place,
                    "nobody can listen on " + listen + ": " + e.getMessage(),
                    "Choose another address with listen=host:port.",
                    e);
        }
    }

    /** Where it listens, without a path. */
    String url() {
        InetSocketAddress at = server.getAddress();
        String host = at.getAddress().getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + at.getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdown();
        patience.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Connection caller = new Connection(exchange);
        String raw = exchange.getRequestURI().getRawPath();
        int slash = raw.startsWith(DeskHall.ROOT) ? raw.indexOf('/', DeskHall.ROOT.length()) : -1;
        String name = slash < 0 ? "" : raw.substring(DeskHall.ROOT.length(), slash);
        String from = exchange.getRemoteAddress().getAddress().getHostAddress();
        DeskHall.Entry entry = hall.enter(name, exchange.getRequestHeaders().getFirst("Authorization"), from);
        if (entry instanceof DeskHall.Entry.Out out) {
            caller.refuse(out.reply());
        } else if (entry instanceof DeskHall.Entry.In in) {
            ask(in.desk(), exchange, raw.substring(slash), from, caller);
        }
    }

    private void ask(Desk desk, HttpExchange exchange, String rawPath, String from, Connection caller)
            throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(Desk.LARGEST_BODY + 1);
        if (body.length > Desk.LARGEST_BODY) {
            caller.refuse(DeskReplies.tooLong());
            return;
        }
        DeskCall call;
        try {
            String query = exchange.getRequestURI().getRawQuery();
            call = DeskCall.of(exchange.getRequestMethod(), rawPath, query, body, from);
        } catch (IllegalArgumentException e) {
            caller.refuse(DeskReplies.notUnderstood(String.valueOf(e.getMessage())));
            return;
        }
        DeskVisit visit = desk.ask(call, caller);
        patience.schedule(visit::outOfPatience, desk.patience().toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "machine-desk");
        thread.setDaemon(true);
        return thread;
    }

    private static void setIfAbsent(String key, String value) {
        if (System.getProperty(key) == null) {
            System.setProperty(key, value);
        }
    }

    /** One who asks, at the end of a connection. */
    private final class Connection implements Caller {

        private final HttpExchange exchange;
        private final AtomicBoolean hungUp = new AtomicBoolean();

        Connection(HttpExchange exchange) {
            this.exchange = exchange;
        }

        /** Answers on the thread that read the question. */
        void refuse(Reply reply) throws IOException {
            exchange.getResponseHeaders().set("Connection", "close");
            head(reply);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(reply.body());
            }
        }

        @Override
        public void answer(Reply reply, DeskVisit visit) {
            try {
                workers.execute(() -> send(reply, visit));
            } catch (RejectedExecutionException e) {
                // Every thread is busy with peers that do not read, or the server is closing: they come again.
                hangUp();
                visit.over();
            }
        }

        private void send(Reply reply, DeskVisit visit) {
            byte[] body = reply.body();
            try {
                head(reply);
                if (!exchange.getRequestMethod().equals("HEAD") && body.length > 0) {
                    OutputStream out = exchange.getResponseBody();
                    for (int at = 0; at < body.length && !hungUp.get(); at += CHUNK) {
                        write(out, body, at, visit);
                    }
                    out.close();
                }
            } catch (IOException e) {
                // The other side went away; how much had left is what the visit was told.
                hungUp.set(true);
            } finally {
                exchange.close();
                visit.over();
            }
        }

        /** A write that fails may have let some of its bytes go, though never all. */
        private void write(OutputStream out, byte[] body, int at, DeskVisit visit) throws IOException {
            int count = Math.min(CHUNK, body.length - at);
            try {
                out.write(body, at, count);
                out.flush();
                visit.left(at + count);
            } catch (IOException e) {
                visit.left(at + count - 1);
                throw e;
            }
        }

        private void head(Reply reply) throws IOException {
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            int length = reply.body().length;
            if (length > 0) {
                exchange.getResponseHeaders().set("Content-Type", reply.type());
            }
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            if (head) {
                exchange.getResponseHeaders().set("Content-Length", Integer.toString(length));
            }
            exchange.sendResponseHeaders(reply.status(), length == 0 || head ? -1 : length);
        }

        @Override
        public void hangUp() {
            hungUp.set(true);
            exchange.close();
        }
    }
}
