package org.stitchery.digitizer.svg;

import java.util.List;

/** A line to set letters on, measured along. Immutable. */
final class TextPath {

    private final List<Polyline> lines;
    private final double length;
    private final double start;

    /**
     * @param lines in the coordinates of the text
     * @param offset as the file gives it: a length or a share of the whole
     */
    TextPath(List<Polyline> lines, String offset, Lengths lengths) {
        this.lines = lines;
        this.length = lines.stream().mapToDouble(Polyline::length).sum();
        String text = offset.strip();
        this.start = text.endsWith("%")
                ? new Lengths(length, length, lengths.fontSize()).length(text, Lengths.Of.WIDTH, 0)
                : lengths.length(text, Lengths.Of.WIDTH, 0);
    }

    /** Where the text begins. */
    double start() {
        return start;
    }

    /** True for a place on the line and not before or after it. */
    boolean reaches(double at) {
        return at >= 0 && at <= length;
    }

    /** Moves what stands on the origin to the place on the line, and turns it the line's way. */
    Matrix at(double distance) {
        double left = distance;
        for (Polyline line : lines) {
            for (int i = 0; i < line.pieces(); i++) {
                int j = (i + 1) % line.size();
                double dx = line.x(j) - line.x(i);
                double dy = line.y(j) - line.y(i);
                double piece = Math.sqrt(dx * dx + dy * dy);
                if (piece > 0 && left <= piece) {
                    double cos = dx / piece;
                    double sin = dy / piece;
                    return new Matrix(cos, sin, -sin, cos, line.x(i) + cos * left, line.y(i) + sin * left);
                }
                left -= piece;
            }
        }
        return Matrix.IDENTITY;
    }
}
