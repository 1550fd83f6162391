package org.stitchery.digitizer.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.stitchery.digitizer.DigitizeSettings;
import org.stitchery.digitizer.Digitized;
import org.stitchery.digitizer.Digitizer;
import org.stitchery.digitizer.Progress;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.thread.Palettes;

/**
 * One drawing digitized and measured.
 *
 * @param whole what of the drawing is sewn or named, as librsvg shows the drawing; as our intake shows it where librsvg
 *     is absent or shows nothing
 * @param cpuMillis from bytes to stitches, on one thread, of the last time if it was done more than once
 */
record Measured(String name, Quality quality, SewnOrNamed whole, double cpuMillis, List<Finding> findings) {

    /** Drawn from bytes to stitches before the time is taken; the first times pay for compiling. */
    private static final int WARM_UPS = 1;

    /**
     * @param pageMm length of the page's longer side, 0 for as drawn
     * @param rendered whether librsvg is there to be asked
     */
    static Measured of(String name, byte[] svg, double pageMm, boolean rendered) throws IOException {
        var clock = ManagementFactory.getThreadMXBean();
        DigitizeSettings settings =
                new DigitizeSettings(name, FabricRecipes.standard(), Palettes.STITCHERY_40.threads(), Hoops.standard());
        Artwork artwork = PageSized.read(svg, pageMm);
        for (int i = 0; i < WARM_UPS; i++) {
            new Digitizer().digitize(artwork, settings, Progress.NONE);
        }
        long start = clock.getCurrentThreadCpuTime();
        Digitized digitized = new Digitizer().digitize(PageSized.read(svg, pageMm), settings, Progress.NONE);
        double millis = (clock.getCurrentThreadCpuTime() - start) / 1e6;
        QualityMeter meter = new QualityMeter(artwork, digitized);
        boolean[] shown = rendered ? RenderedDrawing.shown(svg, meter.raster()) : null;
        SewnOrNamed whole = meter.sewnOrNamed(shown == null ? meter.drawing() : shown);
        return new Measured(name, meter.quality(), whole, millis, digitized.findings());
    }

    /** One column of a table. */
    record Column(String title, int digits, ToDoubleFunction<Measured> value) {}

    /** All there is to print, what is sewn or named and CPU time last. */
    static List<Column> columns() {
        Stream<Column> more = Stream.of(
                new Column("sewn%", 2, m -> m.whole().sewn()),
                new Column("named%", 2, m -> m.whole().named()),
                new Column("silent%", 2, m -> m.whole().silent()),
                new Column("cpu ms", 0, Measured::cpuMillis));
        return Stream.concat(
                        Quality.columns().stream()
                                .map(c -> new Column(
                                        c.title(), c.digits(), m -> c.value().applyAsDouble(m.quality()))),
                        more)
                .toList();
    }
}
