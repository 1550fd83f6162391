package org.stitchery.plugin.host;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Errand;
import org.stitchery.driver.api.FilePlaceException;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.MachineDriver;

/** The parent's link as the driver sees it in the child. Confined to the thread that answers the parent. */
abstract sealed class HostedLink permits HostedTransport, HostedPlace, HostedDesk {

    private final String name;
    private final ParentWire wire;
    private final Thread owner = Thread.currentThread();
    private final Map<Integer, HostedErrand<?>> errands = new HashMap<>();
    private int lastErrand;

    HostedLink(String name, ParentWire wire) {
        this.name = name;
        this.wire = wire;
    }

    public final String name() {
        return name;
    }

    abstract MachineConnection open(MachineDriver driver, DriverSettings settings, Host host);

    /** Takes in what the parent says of the link at the beginning of a turn. */
    abstract void state(Unpack state);

    /** A question was asked at the desk. */
    void question(Unpack question) {
        throw new IllegalArgumentException("a question at " + name + ", which is no desk");
    }

    /** Inbound bytes not read by the driver yet. */
    int backlog() {
        return 0;
    }

    final void send(Frame frame) throws IOException {
        ownThread();
        wire.send(frame);
    }

    /** The parent's answer to what was just sent; news that come before it are taken in. */
    final Unpack taken() throws IOException {
        try {
            for (Frame frame = wire.next(); frame != null; frame = wire.next()) {
                if (frame.kind() == Frame.Kind.TAKEN) {
                    return new Unpack(frame);
                }
                news(frame);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("the host is gone");
    }

    /** Something that happened at the link meanwhile. */
    final void news(Frame frame) {
        Unpack content = new Unpack(frame);
        switch (frame.kind()) {
            case ERRAND_OVER -> errandOver(content);
            case QUESTION -> question(content);
            default -> throw new IllegalArgumentException("a " + frame.kind() + " in the middle of another call");
        }
    }

    private void errandOver(Unpack news) {
        HostedErrand<?> errand = errands.remove(news.number());
        if (errand != null) {
            errand.over(news);
        }
    }

    final <T> HostedErrand<T> newErrand(HostedErrand.Reading<T> reading) {
        HostedErrand<T> errand = new HostedErrand<>(++lastErrand, reading);
        errands.put(lastErrand, errand);
        return errand;
    }

    final <T> Errand<T> failed(HostedErrand<T> errand, IOException why) {
        errands.remove(errand.number());
        errand.lost(why);
        return errand;
    }

    final void ownThread() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("a driver used its link from a thread of its own");
        }
    }

    /** Something the parent does for the driver. */
    static final class HostedErrand<T> implements Errand<T> {

        interface Reading<T> {
            T result(Unpack news);
        }

        private final int number;
        private final Reading<T> reading;
        private boolean over;
        private T result;
        private IOException failure;

        @SuppressWarnings("NullAway.Init") // one of the two is there once it is over
        HostedErrand(int number, Reading<T> reading) {
            this.number = number;
            this.reading = reading;
        }

        int number() {
            return number;
        }

        void over(Unpack news) {
            switch (news.name(ErrandEnd.class)) {
                case DONE -> result = reading.result(news);
                case REFUSED ->
                    failure = new FilePlaceException(news.name(FilePlaceException.Reason.class), news.text(), null);
                case LOST -> failure = new IOException(news.text());
            }
            over = true;
        }

        void lost(IOException why) {
            failure = why;
            over = true;
        }

        @Override
        public boolean over() {
            return over;
        }

        @Override
        public T result() throws IOException {
            if (!over) {
                throw new IllegalStateException("an errand was asked for its result before it was over");
            }
            if (failure != null) {
                throw failure;
            }
            return result;
        }
    }
}
