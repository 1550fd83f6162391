package org.stitchery.proving.faults;

import java.util.List;
import org.stitchery.simulator.ledger.Sewing;

/**
 * What became of one trial's design at the machine, whatever was said of it.
 *
 * @param beginnings how often it was begun: a needle went down, or the design lay where a machine looks for it
 * @param exact begun once, and what was sewn, or lies there, is the design
 * @param twice stitches of it were sewn by two beginnings
 * @param mistakable other bytes lie under the name under which a machine looks for the design
 */
record Seen(int beginnings, boolean exact, boolean twice, boolean mistakable) {

    /** By a needle under the design's own name. */
    static Seen named(List<Sewing> all, Trial trial) {
        List<Sewing> sewn = begun(all);
        return new Seen(sewn.size(), exactly(sewn, trial), sewn.size() > 1, false);
    }

    /** By a needle that knows no names; all it did was for this trial. */
    static Seen nameless(List<Sewing> all, Trial trial) {
        List<Sewing> sewn = begun(all);
        boolean twice = sewn.size() > 1 && Cloth.hasStitchesTwice(sewn, trial.pattern);
        return new Seen(sewn.size(), exactly(sewn, trial), twice, false);
    }

    private static List<Sewing> begun(List<Sewing> all) {
        return all.stream().filter(s -> !s.penetrations().isEmpty()).toList();
    }

    private static boolean exactly(List<Sewing> sewn, Trial trial) {
        return sewn.size() == 1
                && sewn.get(0).ended()
                && sewn.get(0).differencesFrom(trial.pattern).isEmpty();
    }
}
