package org.stitchery.plugin.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import org.stitchery.driver.api.Errand;
import org.stitchery.driver.api.FilePlaceException;
import org.stitchery.plugin.host.ErrandEnd;
import org.stitchery.plugin.host.Frame;
import org.stitchery.plugin.host.Pack;

/** Errands of the child's driver that the real link is running. What became of each is told once. */
final class OpenErrands {

    private record Open<T>(int number, Errand<T> errand, BiConsumer<Pack, T> packing) {}

    private final ChildWire wire;
    private final List<Open<?>> open = new ArrayList<>();

    OpenErrands(ChildWire wire) {
        this.wire = wire;
    }

    /**
     * @param number the child's
     * @param packing how its result is written down
     */
    <T> void add(int number, Errand<T> errand, BiConsumer<Pack, T> packing) {
        open.add(new Open<>(number, errand, packing));
    }

    int size() {
        return open.size();
    }

    /** @return false when none has ended since the last time */
    boolean tellEnded() {
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
}
