package org.stitchery.transport;

import org.jspecify.annotations.Nullable;

/** A desk together with the right that makes it ours and what has to be closed with it. */
final class LockedDesk implements OpenDesk {

    private final String name;
    private final Desk desk;
    private final PortRight right;
    private final Runnable closing;

    LockedDesk(String name, Desk desk, PortRight right, Runnable closing) {
        this.name = name;
        this.desk = desk;
        this.right = right;
        this.closing = closing;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void raiseFence(long fence) throws TransportException {
        right.fence().raiseFence(fence);
    }

    @Override
    public long fence() {
        return right.fence().fence();
    }

    @Override
    public @Nullable DeskVisit next() {
        return desk.next();
    }

    @Override
    public void cutAnswers(int longerThan) {
        desk.cutAnswers(longerThan);
    }

    @Override
    public void close() {
        closing.run();
        right.close();
    }
}
