package org.stitchery.service.telemetry;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.platform.Backoff;

/**
 * One connection to the broker, opened again and again until it is closed. Every connection is a new client with a will
 * of its own. All methods, and all words to the listener, are on the telemetry thread; none of them blocks.
 */
final class MqttLink {

    /** What is heard from the connection. */
    interface Listener {

        /** Made anew for each connection: what the broker says for us when we are gone. */
        Message will();

        /** It is open; nothing has been sent yet. */
        void up();

        /** It is gone, with everything that was under way. */
        void down();

        /** Something came in on a subscribed topic. */
        void heard(String topic, byte[] payload);
    }

    private static final Logger LOG = Logger.getLogger(MqttLink.class);

    /** Messages under way at most: what a slow broker makes us keep. */
    private static final int ROOM = 256;

    private static final int LARGEST_HEARD = 64 * 1024;

    private final String name;
    private final BrokerAddress broker;
    private final Supplier<MqttClientOptions> options;
    private final Vertx vertx;
    private final ScheduledExecutorService thread;
    private final Backoff backoff;
    private final Listener listener;
    private final AtomicInteger underWay = new AtomicInteger();
    private @Nullable MqttClient client;
    private @Nullable Context context;
    private boolean up;
    private boolean over;
    private boolean complained;

    /**
     * @param name for the log
     * @param options for a new client, without a will
     */
    MqttLink(
            String name,
            BrokerAddress broker,
            Supplier<MqttClientOptions> options,
            Vertx vertx,
            ScheduledExecutorService thread,
            Backoff backoff,
            Listener listener) {
        this.name = name;
        this.broker = broker;
        this.options = options;
        this.vertx = vertx;
        this.thread = thread;
        this.backoff = backoff;
        this.listener = listener;
    }

    void open() {
        if (over) {
            return;
        }
        Message will = listener.will();
        MqttClientOptions with = options.get()
                .setMaxInflightQueue(2 * ROOM)
                .setMaxMessageSize(LARGEST_HEARD)
                .setWillFlag(true)
                .setWillTopic(will.topic())
                .setWillMessageBytes(Buffer.buffer(will.payload()))
                .setWillQoS(1)
                .setWillRetain(will.retained());
        MqttClient fresh = MqttClient.create(vertx, with);
        Context own = vertx.getOrCreateContext();
        client = fresh;
        context = own;
        underWay.set(0);
        fresh.closeHandler(any -> later(() -> lost(fresh, "connection lost")));
        fresh.exceptionHandler(thrown -> LOG.debugf(thrown, "Telemetry %s", name));
        fresh.publishCompletionHandler(any -> underWay.decrementAndGet());
        fresh.publishCompletionExpirationHandler(any -> underWay.decrementAndGet());
        fresh.publishHandler(heard -> {
            String topic = heard.topicName();
            byte[] payload = heard.payload().getBytes();
            later(() -> {
                if (client == fresh && up) {
                    listener.heard(topic, payload);
                }
            });
        });
        own.runOnContext(any -> fresh.connect(broker.port(), broker.host())
                .onComplete(answer -> later(() -> {
                    if (answer.failed()) {
                        lost(fresh, String.valueOf(answer.cause().getMessage()));
                    } else if (client == fresh) {
                        opened();
                    } else {
                        // We have left meanwhile.
                        own.runOnContext(then -> fresh.disconnect());
                    }
                })));
    }

    boolean isUp() {
        return up;
    }

    /** False while a slow broker has not taken enough of what is under way. */
    boolean hasRoom() {
        return up && underWay.get() < ROOM;
    }

    /** Sends a message. Lost when the connection is, or not up. */
    void publish(Message message) {
        MqttClient to = client;
        Context own = context;
        if (!up || to == null || own == null) {
            return;
        }
        underWay.incrementAndGet();
        MqttQoS quality = message.sure() ? MqttQoS.AT_LEAST_ONCE : MqttQoS.AT_MOST_ONCE;
        own.runOnContext(any -> to.publish(
                        message.topic(), Buffer.buffer(message.payload()), quality, false, message.retained())
                .onComplete(sent -> {
                    if (sent.failed() || !message.sure()) {
                        underWay.decrementAndGet();
                    }
                }));
    }

    /** Listens to these topics; done when the broker has taken note. */
    void subscribe(Map<String, Integer> topics, Runnable done) {
        MqttClient to = client;
        Context own = context;
        if (!up || to == null || own == null) {
            return;
        }
        to.subscribeCompletionHandler(any -> later(() -> {
            if (client == to && up) {
                done.run();
            }
        }));
        own.runOnContext(any -> to.subscribe(topics));
    }

    /** Leaves the broker, so that it keeps the will to itself, and comes back after a pause. */
    void reopen() {
        leave();
        listener.down();
        thread.schedule(this::open, backoff.afterFailure().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Leaves for good. Done when the broker has been told, or cannot be. */
    CompletableFuture<Void> close() {
        over = true;
        return leave();
    }

    private CompletableFuture<Void> leave() {
        MqttClient from = client;
        Context own = context;
        boolean was = up;
        client = null;
        up = false;
        CompletableFuture<Void> left = new CompletableFuture<>();
        if (from == null || own == null || !was) {
            left.complete(null);
        } else {
            own.runOnContext(any -> from.disconnect().onComplete(done -> left.complete(null)));
        }
        return left;
    }

    private void opened() {
        up = true;
        complained = false;
        backoff.success();
        LOG.infof("Telemetry %s: connected to %s", name, broker);
        listener.up();
    }

    private void lost(MqttClient which, String why) {
        if (client != which) {
            return;
        }
        boolean was = up;
        client = null;
        up = false;
        if (was) {
            listener.down();
        }
        Duration pause = backoff.afterFailure();
        if (was || !complained) {
            LOG.warnf("Telemetry %s: no broker at %s (%s); tried again until there is one", name, broker, why);
            complained = true;
        }
        if (!over) {
            thread.schedule(this::open, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void later(Runnable what) {
        if (!thread.isShutdown()) {
            thread.execute(what);
        }
    }
}
