package org.stitchery.digitizer.measure;

import java.util.List;
import java.util.function.Predicate;

/** What a sewn drawing must reach for a master digitizer to sign it. */
record Target(String words, Predicate<Measured> reached) {

    /** The house's own: see the issue that asks for any drawing to be digitized. */
    static List<Target> all() {
        return List.of(
                new Target("sewn or named >= 99 %", m -> m.whole().silent() <= 1),
                new Target("CPU <= 1 s", m -> m.cpuMillis() <= 1000),
                new Target("bare <= 0.1 %", m -> m.quality().bare() <= 0.1),
                new Target("gap <= 0.4 mm", m -> m.quality().widestGap() <= 0.4 + 1e-9),
                new Target("edge error (95 %) <= 0.20 mm", m -> m.quality().edge95() <= 0.2 + 1e-9),
                new Target("nothing 0.5 mm outside", m -> m.quality().outside() < 0.005),
                new Target("wrong or bare <= 1 %", m -> m.quality().wrongOrBare() <= 1),
                new Target("wrong or bare <= 15 %", m -> m.quality().wrongOrBare() <= 15),
                new Target("stitches < 0.3 mm <= 0.5 %", m -> m.quality().below03() <= 0.5),
                new Target("stitches < 0.5 mm <= 3 %", m -> m.quality().below05() <= 3),
                new Target("density (99 %) <= 9 mm/mm2", m -> m.quality().density99() <= 9),
                new Target("no cell > 12 penetrations", m -> m.quality().crowded() == 0),
                new Target("evenness <= 0.20", m -> m.quality().unevenness() <= 0.2),
                new Target("no float > 3 mm", m -> m.quality().floats() == 0));
    }
}
