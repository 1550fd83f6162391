package org.stitchery.plugin.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Errand;
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

    private record Open<T>(int number, Errand<T> errand, BiConsumer<Pack, T> packing) {}

    private final FilePlace place;
    private final ChildWire wire;
    private final List<Open<?>> open = new ArrayList<>();
    private boolean changed;
    private long written;

    ParentPlace(FilePlace place, ChildWire wire) {
        super(place);
        this.place = place;
        this.wire = wire;
    }

    @Override
    boolean news(int backlog) {
        boolean any = false;
        for (Iterator<Open<?>> each = open.iterator(); each.hasNext(); ) {
            Open<?> errand = each.next();
            if (errand.errand().over()) {
                each.remove();
                tell(errand);
                any = true;
            }
        }
        return any;
    }

    private <T> void tell(Open<T> over) {
        Pack news = new Pack().number(over.number());
        try {
            T result = over.errand().result();
            over.packing().accept(news.name(ErrandEnd.DONE), result);
        } catch (FilePlaceException e) {
            news.name(ErrandEnd.REFUSED).name(e.reason()).text(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            news.name(ErrandEnd.LOST).text(String.valueOf(e.getMessage()));
        }
        wire.send(news.frame(Frame.Kind.ERRAND_OVER));
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
            case LOOK -> add(number, place.look(arguments.text()), ParentPlace::maybe);
            case LIST -> add(number, place.list(arguments.number()), Pack::files);
            case WRITE -> {
                String fileName = arguments.text();
                byte[] content = arguments.bytes();
                written += content.length;
                add(number, place.write(fileName, content), Pack::file);
            }
            case RENAME -> add(number, place.rename(arguments.text(), arguments.text()), Pack::file);
            case REMOVE -> add(number, place.remove(arguments.text()), Pack::flag);
        }
    }

    private <T> void add(int number, Errand<T> errand, BiConsumer<Pack, T> packing) {
        open.add(new Open<>(number, errand, packing));
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
