package org.stitchery.simulator.ledger;

import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * What the needle did from one START on.
 *
 * @param label the design's label
 * @param penetrations every time the needle went down, in that order; indices fall back after a thread break
 * @param backUps penetrations the operator went back to after thread breaks, in order
 * @param trims how often the thread was cut
 * @param colorChanges how often the next needle was taken
 * @param ended true when the design came to its end
 */
public record Sewing(
        String label, List<Penetration> penetrations, List<Long> backUps, int trims, int colorChanges, boolean ended) {

    public Sewing {
        penetrations = List.copyOf(penetrations);
        backUps = List.copyOf(backUps);
    }

    /** The needle going down once: its number within the START, and where, in tenths from the start, y down. */
    public record Penetration(long index, int x, int y) {}

    /**
     * Compares with what should have been sewn, stitch for stitch.
     *
     * @return empty when every stitch of the pattern was sewn in its order and place, each once apart from stitches
     *     sewn again after a thread break, and nothing else; otherwise one sentence per difference, at most 10
     */
    public List<String> differencesFrom(StitchPattern pattern) {
        List<String> differences = new ArrayList<>();
        List<Penetration> expected = new ArrayList<>();
        for (int i = 0; i < pattern.size(); i++) {
            if (pattern.command(i) == StitchCommand.STITCH) {
                expected.add(new Penetration(expected.size(), pattern.x(i), pattern.y(i)));
            }
        }
        int next = 0;
        int backUp = 0;
        for (Penetration sewn : penetrations) {
            if (sewn.index() != next) {
                int to = backUps.subList(backUp, backUps.size()).indexOf(sewn.index());
                if (to >= 0) {
                    backUp += to + 1;
                    next = Math.toIntExact(sewn.index());
                }
            }
            if (differences.size() == 10) {
                return differences;
            }
            if (next >= expected.size()) {
                differences.add("sewn " + sewn + " after the pattern's " + expected.size() + " stitches");
            } else if (!sewn.equals(expected.get(next))) {
                differences.add("expected " + expected.get(next) + ", sewn " + sewn);
            }
            next++;
        }
        if (next < expected.size()) {
            differences.add("ends after " + next + " of " + expected.size() + " stitches");
        }
        return differences;
    }

    /** How many stitches are in the cloth, those sewn again after a thread break counted once. */
    public long stitchesInCloth() {
        return penetrations.stream().mapToLong(Penetration::index).max().orElse(-1) + 1;
    }

    static List<Sewing> in(List<LedgerEvent> events) {
        List<Sewing> sewings = new ArrayList<>();
        Collector current = new Collector("");
        boolean begun = false;
        for (LedgerEvent event : events) {
            if (event.kind() == LedgerEvent.Kind.START) {
                if (begun) {
                    sewings.add(current.sewing());
                }
                current = new Collector(event.label());
                begun = true;
            } else if (begun) {
                current.take(event);
            }
        }
        if (begun) {
            sewings.add(current.sewing());
        }
        return List.copyOf(sewings);
    }

    private static final class Collector {

        private final String label;
        private final List<Penetration> penetrations = new ArrayList<>();
        private final List<Long> backUps = new ArrayList<>();
        private int trims;
        private int colorChanges;
        private boolean ended;

        Collector(String label) {
            this.label = label;
        }

        void take(LedgerEvent event) {
            switch (event.kind()) {
                case NEEDLE ->
                    penetrations.add(new Penetration(
                            event.number(0), Math.toIntExact(event.number(1)), Math.toIntExact(event.number(2))));
                case BACK_UP -> backUps.add(event.number(0));
                case TRIM -> trims++;
                case COLOR -> colorChanges++;
                case END -> ended = true;
                case POWER_ON, LINE_OPEN, LINE_LOST, START, THREAD_BREAK, STOP, GO, RESET, TAPE_ERROR, OVERRUN -> {}
            }
        }

        Sewing sewing() {
            return new Sewing(label, penetrations, backUps, trims, colorChanges, ended);
        }
    }
}
