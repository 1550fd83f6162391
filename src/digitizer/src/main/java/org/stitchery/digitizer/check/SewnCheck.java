package org.stitchery.digitizer.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stitchery.digitizer.geometry.PaintedPiece;
import org.stitchery.digitizer.sequence.Rounded;
import org.stitchery.embroidery.model.Finding;

/**
 * Holds the finished stitches against the drawing: every element of which a part that is seen got no thread of its
 * colour is named, whatever the reason, so that no step before can lose a shape silently. Elements of one colour may
 * stand in for each other.
 */
public final class SewnCheck {

    private SewnCheck() {}

    /**
     * What is not sewn, in drawing order.
     *
     * @param pieces what the drawing shows, lowest first
     * @param threads the thread of each piece
     * @param threadsOfBlocks the thread of each of the pattern's colour blocks
     * @param betweenPieces called now and then; may throw to end the work
     */
    public static List<Finding> findings(
            List<PaintedPiece> pieces, int[] threads, Rounded rounded, int[] threadsOfBlocks, Runnable betweenPieces) {
        if (pieces.isEmpty()) {
            return List.of();
        }
        SeenCells seen = SeenCells.of(pieces, betweenPieces);
        Map<Integer, BitSet> wanted = new HashMap<>();
        BitSet shown = new BitSet(seen.grid().cells());
        for (int cell = 0; cell < seen.grid().cells(); cell++) {
            int piece = seen.pieceAt(cell);
            if (piece >= 0) {
                shown.set(cell);
                wanted.computeIfAbsent(
                                threads[piece], thread -> new BitSet(seen.grid().cells()))
                        .set(cell);
            }
        }
        double[] origin = {rounded.originXMm(), rounded.originYMm()};
        BitSet sewn =
                SewnCells.of(seen.grid(), wanted, rounded.pattern(), threadsOfBlocks, origin, SewnCells.GIVING_MM);
        BitSet thread =
                SewnCells.of(seen.grid(), wanted, rounded.pattern(), threadsOfBlocks, origin, SewnCells.THREAD_MM);
        return ShortfallFindings.of(
                shortfalls(pieces, seen, without(shown, sewn)), shortfalls(pieces, seen, without(shown, thread)));
    }

    private static BitSet without(BitSet shown, BitSet sewn) {
        BitSet bare = (BitSet) shown.clone();
        bare.andNot(sewn);
        return bare;
    }

    private static List<Shortfall> shortfalls(List<PaintedPiece> pieces, SeenCells seen, BitSet bare) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        int[] elementOf = new int[pieces.size()];
        double[] seenMm2 = new double[pieces.size()];
        double[] mm2PerCell = new double[pieces.size()];
        double cellMm2 = seen.grid().cellMm() * seen.grid().cellMm();
        for (int i = 0; i < elementOf.length; i++) {
            PaintedPiece piece = pieces.get(i);
            Integer known = numbers.putIfAbsent(piece.element(), numbers.size());
            elementOf[i] = known == null ? numbers.size() - 1 : known;
            // Of a hairline the cells are larger than the line.
            int cells = Math.max(1, seen.cellsOf(i));
            mm2PerCell[i] = Math.min(cellMm2, piece.area().getArea() / cells);
            seenMm2[elementOf[i]] += mm2PerCell[i] * seen.cellsOf(i);
        }
        double[] missing = new double[numbers.size()];
        double[] sums = new double[3 * numbers.size()];
        int columns = seen.grid().columns();
        for (int cell = bare.nextSetBit(0); cell >= 0; cell = bare.nextSetBit(cell + 1)) {
            int element = elementOf[seen.pieceAt(cell)];
            missing[element] += mm2PerCell[seen.pieceAt(cell)];
            sums[3 * element] += seen.grid().x(cell % columns);
            sums[3 * element + 1] += seen.grid().y(cell / columns);
            sums[3 * element + 2]++;
        }
        int[] places = places(seen, elementOf, bare, sums);
        List<Shortfall> all = new ArrayList<>(numbers.size());
        numbers.forEach((element, number) -> {
            if (seenMm2[number] > 0) {
                int place = Math.max(0, places[number]);
                all.add(new Shortfall(
                        element,
                        seenMm2[number],
                        missing[number],
                        seen.grid().x(place % columns),
                        seen.grid().y(place / columns)));
            }
        });
        return all;
    }

    /** For each element the cell without thread that is nearest to the middle of all such cells. */
    private static int[] places(SeenCells seen, int[] elementOf, BitSet bare, double[] sums) {
        int[] places = new int[sums.length / 3];
        Arrays.fill(places, -1);
        double[] nearest = new double[places.length];
        int columns = seen.grid().columns();
        for (int cell = bare.nextSetBit(0); cell >= 0; cell = bare.nextSetBit(cell + 1)) {
            int element = elementOf[seen.pieceAt(cell)];
            double dx = seen.grid().x(cell % columns) - sums[3 * element] / sums[3 * element + 2];
            double dy = seen.grid().y(cell / columns) - sums[3 * element + 1] / sums[3 * element + 2];
            double away = dx * dx + dy * dy;
            if (places[element] < 0 || away < nearest[element]) {
                places[element] = cell;
                nearest[element] = away;
            }
        }
        return places;
    }
}
