package org.stitchery.plugin.process;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Exchange;
import org.stitchery.plugin.host.Frame;
import org.stitchery.plugin.host.Unpack;

/** An exchange that runs in the child. */
final class ProcessExchange<T> implements Exchange<T> {

    interface Reading<T> {
        T result(Unpack content);
    }

    /** What can be said without the child. */
    interface Known<T> {
        T result(String why);
    }

    private final ProcessConnection connection;
    private final Frame question;
    private final Reading<T> reading;
    private final Known<T> known;
    private @Nullable T result;
    private boolean turned;
    private long wantedNanos;
    private long nowNanos;

    ProcessExchange(ProcessConnection connection, Frame question, Reading<T> reading, Known<T> known) {
        this.connection = connection;
        this.question = question;
        this.reading = reading;
        this.known = known;
    }

    Frame question() {
        return question;
    }

    @Override
    public @Nullable T turn(long now) throws IOException {
        nowNanos = now;
        connection.visit();
        connection.awaitIdle();
        if (result == null && connection.idle() && (!turned || now - wantedNanos >= 0 || connection.news())) {
            turned = true;
            wantedNanos = now;
            connection.turn(this, now);
            connection.awaitIdle();
        }
        if (result != null) {
            connection.over(this);
        }
        return result;
    }

    void turned(Unpack content) {
        wantedNanos = content.big();
        if (content.flag()) {
            result = reading.result(content);
        }
    }

    @Override
    public long nextTurnNanos() {
        return connection.idle() ? wantedNanos : nowNanos;
    }

    @Override
    public T ended(Ending why) {
        connection.ended(this, why);
        return known.result(connection.why(why));
    }
}
