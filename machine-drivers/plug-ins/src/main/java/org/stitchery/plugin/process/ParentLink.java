package org.stitchery.plugin.process;

import java.io.IOException;
import java.time.Duration;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.FilePlace;
import org.stitchery.driver.api.Link;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.RequestDesk;
import org.stitchery.driver.api.Transport;
import org.stitchery.plugin.host.Frame;
import org.stitchery.plugin.host.Pack;
import org.stitchery.plugin.host.Unpack;

/**
 * The real link, used for the child, and the account of what was done on it: that account is what can be said of a delivery
 * when the child can say nothing any more. Confined to the host's loop thread.
 */
abstract sealed class ParentLink permits ParentLine, ParentPlace, ParentDesk {

    private final String name;

    ParentLink(Link link) {
        this.name = link.name();
    }

    static ParentLink of(Link link, ChildWire wire, Duration patience) {
        if (link instanceof Transport line) {
            return new ParentLine(line, wire, patience);
        }
        return link instanceof FilePlace place
                ? new ParentPlace(place, wire)
                : new ParentDesk((RequestDesk) link, wire);
    }

    final String name() {
        return name;
    }

    /** Looks whether something happened that the driver has not been told; tells what it can at once. */
    abstract boolean news(int backlog) throws IOException;

    /** What goes along with a turn. */
    abstract void state(Pack into, int backlog) throws IOException;

    /**
     * Does what the driver asks for.
     *
     * @param allowed false when it no longer may: then it gets the mildest answer and nothing is done
     * @return false when this kind of link knows no such wish
     */
    abstract boolean serve(Frame.Kind wish, Unpack content, boolean allowed) throws IOException;

    /** A visit of the host: goes on with what was not done at once. */
    void feed(boolean allowed) throws IOException {}

    /** A delivery begins; the account begins with it. */
    abstract void begin();

    /** What is certain of the delivery. */
    abstract Outcome known(DeliveryOrder order, String detail);
}
