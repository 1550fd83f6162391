package org.stitchery.transport;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Exchange;

/**
 * One exchange of a driver and the promise made for it. Whatever the driver does, the promise is kept once.
 *
 * @param <T> what the exchange ends with
 */
final class Running<T> {

    private final Exchange<T> exchange;
    private final CompletableFuture<T> promise;
    private final Patience patience;
    private final Function<String, T> withoutDriver;

    /** @param withoutDriver what can honestly be said when the driver cannot be asked, given the reason */
    Running(Exchange<T> exchange, CompletableFuture<T> promise, Patience patience, Function<String, T> withoutDriver) {
        this.exchange = exchange;
        this.promise = promise;
        this.patience = patience;
        this.withoutDriver = withoutDriver;
    }

    /** @return true once it is over */
    boolean turn(long nowNanos) throws IOException {
        T result = exchange.turn(nowNanos);
        if (result == null) {
            return false;
        }
        keep(promise, result);
        return true;
    }

    long nextTurnNanos() {
        return exchange.nextTurnNanos();
    }

    Patience patience() {
        return patience;
    }

    /** Ends it from outside and lets the driver say what is known. */
    void end(Exchange.Ending why, String reason) {
        keep(promise, askDriver(() -> exchange.ended(why), reason));
    }

    /** Ends it without asking the driver any more. Any thread. */
    void endWithoutDriver(String reason) {
        keep(promise, withoutDriver.apply(reason));
    }

    private T askDriver(Supplier<@Nullable T> question, String reason) {
        try {
            T answer = question.get();
            return answer == null ? withoutDriver.apply(reason + "; the driver does not say how far it came") : answer;
        } catch (RuntimeException e) {
            return withoutDriver.apply(reason + "; the driver failed as well: " + e);
        }
    }

    /** What callers hang on the promise must not run on the loop: it would hold up every machine. */
    static <T> void keep(CompletableFuture<T> promise, T result) {
        promise.completeAsync(() -> result);
    }
}
