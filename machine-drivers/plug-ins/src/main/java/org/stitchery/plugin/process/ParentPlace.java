package org.stitchery.plugin.process;

import java.util.Optional;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.FilePlace;
import org.stitchery.driver.api.FilePlaceException;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.PlacedFile;
import org.stitchery.plugin.host.ErrandEnd;
import org.stitchery.plugin.host.ErrandKind;
import org.stitchery.plugin.host.Frame;
import org.stitchery.plugin.host.Pack;
import org.stitchery.plugin.host.Unpack;

/** A file place. */
final class ParentPlace extends ParentLink {

    /** Errands are given one after the other; more than this at a time is a driver running wild. */
    private static final int MOST_OPEN = 64;

    private final FilePlace place;
    private final ChildWire wire;
    private final OpenErrands open;
    private boolean changed;
    private long written;

    ParentPlace(FilePlace place, ChildWire wire) {
        super(place);
        this.place = place;
        this.wire = wire;
        this.open = new OpenErrands(wire);
    }

    @Override
    boolean news(int backlog) {
        return open.tellEnded();
    }

    @Override
    void state(Pack into, int backlog) {
        news(backlog);
    }

    @Override
    boolean serve(Frame.Kind wish, Unpack content, boolean allowed) {
        if (wish != Frame.Kind.ERRAND) {
            return false;
        }
        int number = content.number();
        ErrandKind kind = content.name(ErrandKind.class);
        Unpack arguments = new Unpack(new Frame(Frame.Kind.ERRAND, content.bytes()));
        if (allowed && open.size() < MOST_OPEN) {
            run(number, kind, arguments);
        } else {
            wire.send(new Pack()
                    .number(number)
                    .name(ErrandEnd.REFUSED)
                    .name(FilePlaceException.Reason.REFUSED)
                    .text(name() + ": the delivery this belonged to is over. Nothing was changed.")
                    .frame(Frame.Kind.ERRAND_OVER));
        }
        return true;
    }

    private void run(int number, ErrandKind kind, Unpack arguments) {
        changed |= kind.changes();
        switch (kind) {
            case LOOK -> open.add(number, place.look(arguments.text()), ParentPlace::maybe);
            case LIST -> open.add(number, place.list(arguments.number()), Pack::files);
            case WRITE -> {
                String fileName = arguments.text();
                byte[] content = arguments.bytes();
                written += content.length;
                open.add(number, place.write(fileName, content), Pack::file);
            }
            case RENAME -> open.add(number, place.rename(arguments.text(), arguments.text()), Pack::file);
            case REMOVE -> open.add(number, place.remove(arguments.text()), Pack::flag);
        }
    }

    private static void maybe(Pack into, Optional<PlacedFile> found) {
        into.flag(found.isPresent());
        found.ifPresent(into::file);
    }

    @Override
    void begin() {
        changed = false;
        written = 0;
    }

    @Override
    Outcome known(DeliveryOrder order, String detail) {
        return changed
                ? new Outcome.Unknown(Math.min(order.content().length, written), detail)
                : new Outcome.NotStarted("nothing was written, renamed or removed", detail);
    }
}
