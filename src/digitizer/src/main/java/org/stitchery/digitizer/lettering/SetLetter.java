package org.stitchery.digitizer.lettering;

import java.util.List;

/**
 * One letter in its place: columns in page millimetres, y downwards.
 *
 * @param element how findings name it, for example {@code letter[3] “n”}
 * @param apart true when the thread is cut before it however close it lies
 */
record SetLetter(String element, List<Column> columns, boolean apart) {

    SetLetter {
        columns = List.copyOf(columns);
    }

    /** A letter that may be joined to the one before. */
    SetLetter(String element, List<Column> columns) {
        this(element, columns, false);
    }

    SetLetter moved(double dx, double dy) {
        List<Column> moved = columns.stream()
                .map(column -> {
                    double[] rungs = column.rungs().clone();
                    for (int i = 0; i < rungs.length; i += 2) {
                        rungs[i] += dx;
                        rungs[i + 1] += dy;
                    }
                    return new Column(rungs, column.closed());
                })
                .toList();
        return new SetLetter(element, moved, apart);
    }

    /** A letter drawn at the origin, put on its spot: turned about the middle of its foot and squeezed. */
    static SetLetter placed(String element, LetterShape shape, Baseline.Spot spot, double middleX, double squeeze) {
        List<Column> placed = shape.columns().stream()
                .map(column -> {
                    double[] from = column.rungs();
                    double[] to = new double[from.length];
                    for (int i = 0; i < from.length; i += 2) {
                        double along = (from[i] - middleX) * squeeze;
                        double up = from[i + 1];
                        to[i] = spot.x() + along * spot.dx() + up * spot.dy();
                        to[i + 1] = spot.y() + along * spot.dy() - up * spot.dx();
                    }
                    return new Column(to, column.closed());
                })
                .toList();
        return new SetLetter(element, placed);
    }
}
