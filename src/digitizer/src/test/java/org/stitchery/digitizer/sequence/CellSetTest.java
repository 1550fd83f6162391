package org.stitchery.digitizer.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CellSetTest {

    private static final int COLUMNS = 150;
    private static final int LINES = 40;

    @Test
    void aGrownSetHoldsWhatIsNear() {
        CellSet few = random(60);
        CellSet grown = few.grown(3);
        for (int line = 0; line < LINES; line++) {
            for (int column = 0; column < COLUMNS; column++) {
                boolean near = false;
                for (int l = Math.max(0, line - 3); l <= Math.min(LINES - 1, line + 3); l++) {
                    near |= few.next(l, Math.max(0, column - 3), true) <= Math.min(COLUMNS - 1, column + 3);
                }
                assertThat(holds(grown, line, column))
                        .as("%d, %d", line, column)
                        .isEqualTo(near);
            }
        }
    }

    @Test
    void theOthersAreAllButThese() {
        CellSet some = random(2000);
        for (int line = 0; line < LINES; line++) {
            for (int column = 0; column < COLUMNS; column++) {
                assertThat(holds(some.others(), line, column)).isNotEqualTo(holds(some, line, column));
            }
        }
    }

    @Test
    void runsTouchingAtCornersAreOneStretch() {
        CellSet cells = new CellSet(COLUMNS, LINES);
        cells.add(5, 63);
        cells.add(6, 64);
        cells.add(7, 63);
        cells.add(9, 63);
        Stretches stretches = new Stretches(cells);
        assertThat(stretches.count()).isEqualTo(2);
        assertThat(stretches.of(5 * COLUMNS + 63)).isEqualTo(stretches.of(7 * COLUMNS + 63));
        assertThat(stretches.of(9 * COLUMNS + 63)).isNotEqualTo(stretches.of(7 * COLUMNS + 63));
        assertThat(stretches.of(8 * COLUMNS + 63)).isNegative();
    }

    @Test
    void aHorseshoeIsOneStretch() {
        CellSet cells = new CellSet(COLUMNS, LINES);
        for (int line = 3; line < 20; line++) {
            cells.add(line, 10);
            cells.add(line, 100);
        }
        for (int column = 10; column < 100; column++) {
            cells.add(20, column);
        }
        assertThat(new Stretches(cells).count()).isEqualTo(1);
    }

    @Test
    void aRunOfCellsIsAddedAcrossWords() {
        CellSet cells = new CellSet(COLUMNS, LINES);
        cells.addRun(2, 5, 9);
        cells.addRun(2, 60, 64);
        cells.addRun(3, 62, 130);
        assertThat(cells.next(2, 0, true)).isEqualTo(5);
        assertThat(cells.next(2, 5, false)).isEqualTo(9);
        assertThat(cells.next(2, 9, true)).isEqualTo(60);
        assertThat(cells.next(2, 60, false)).isEqualTo(64);
        assertThat(cells.next(3, 0, true)).isEqualTo(62);
        assertThat(cells.next(3, 62, false)).isEqualTo(130);
    }

    @Test
    void cellsComeCheapestFirstAndOfEqualOnesTheFirstOrTheLast() {
        CostQueue queue = new CostQueue(40);
        for (boolean lastFirst : new boolean[] {true, false}) {
            queue.clear(lastFirst);
            queue.add(4, 0);
            queue.add(9, 0);
            assertThat(queue.poll()).isEqualTo(lastFirst ? 9 : 4);
            queue.add(7, 3);
            queue.add(1, 40);
            queue.add(3, 3);
            assertThat(queue.poll()).isEqualTo(lastFirst ? 4 : 9);
            assertThat(queue.poll()).isEqualTo(lastFirst ? 3 : 7);
            assertThat(queue.poll()).isEqualTo(lastFirst ? 7 : 3);
            queue.clear(lastFirst);
            queue.add(2, 5);
            assertThat(queue.poll()).isEqualTo(2);
            assertThat(queue.poll()).isNegative();
        }
    }

    private static boolean holds(CellSet cells, int line, int column) {
        return cells.next(line, column, true) == column;
    }

    private static CellSet random(int count) {
        Random random = new Random(3);
        CellSet cells = new CellSet(COLUMNS, LINES);
        for (int i = 0; i < count; i++) {
            cells.add(random.nextInt(LINES), random.nextInt(COLUMNS));
        }
        return cells;
    }
}
