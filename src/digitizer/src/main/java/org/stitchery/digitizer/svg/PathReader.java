package org.stitchery.digitizer.svg;

/**
 * Reads path data. Where it stops making sense, what was read before is kept, as SVG asks.
 *
 * <p>Grammar: SVG 1.1 section 8.3.9, compact arc flags included.
 */
final class PathReader {

    /** What was read, and whether all of it was. */
    record Result(Outline outline, boolean complete) {}

    private final NumberScanner in;
    private final int segmentLimit;
    private final Deadline deadline;
    private final Outline.Builder out = new Outline.Builder();
    private final double[] n = new double[7];
    private double controlX;
    private double controlY;
    private char previous;

    private PathReader(String data, int segmentLimit, Deadline deadline) {
        this.in = new NumberScanner(data);
        this.segmentLimit = segmentLimit;
        this.deadline = deadline;
    }

    /** @throws IntakeException for more segments than the limit, or numbers that are none or too large */
    static Result read(String data, int segmentLimit, Deadline deadline) {
        PathReader reader = new PathReader(data, segmentLimit, deadline);
        boolean complete = reader.commands();
        return new Result(reader.out.build(), complete);
    }

    private boolean commands() {
        in.skipSpace();
        char command = 0;
        while (!in.atEnd()) {
            char c = in.peek();
            if (Character.isLetter(c)) {
                if ((out.segments() == 0 && c != 'M' && c != 'm') || "MmLlHhVvCcSsQqTtAaZz".indexOf(c) < 0) {
                    // Only to tell an honest mistake from a number that is none.
                    in.number();
                    return false;
                }
                command = c;
                in.take();
                in.skipSpace();
            } else if (command == 0 || command == 'Z' || command == 'z') {
                return false;
            } else if (command == 'M') {
                command = 'L';
            } else if (command == 'm') {
                command = 'l';
            }
            if (!segment(command)) {
                return false;
            }
            if (command != 'Z' && command != 'z' && in.skipComma() && !numberFollows()) {
                return false;
            }
            if (out.segments() > segmentLimit) {
                throw Refusals.tooManySegments();
            }
            deadline.tick();
        }
        return true;
    }

    private boolean numberFollows() {
        char c = in.peek();
        return c == '-' || c == '+' || c == '.' || (c >= '0' && c <= '9');
    }

    private boolean segment(char command) {
        boolean relative = Character.isLowerCase(command);
        double ox = relative ? out.x() : 0;
        double oy = relative ? out.y() : 0;
        char kind = Character.toUpperCase(command);
        if (kind == 'A' ? !arcNumbers() : !numbers(count(kind))) {
            return false;
        }
        // After a closing, drawing goes on from its start without a move.
        if (previous == 'Z' && kind != 'M' && kind != 'Z') {
            out.move(out.startX(), out.startY());
        }
        switch (kind) {
            case 'M' -> out.move(ox + n[0], oy + n[1]);
            case 'L' -> out.line(ox + n[0], oy + n[1]);
            case 'H' -> out.line(ox + n[0], out.y());
            case 'V' -> out.line(out.x(), oy + n[0]);
            case 'C' -> cubic(ox + n[0], oy + n[1], ox + n[2], oy + n[3], ox + n[4], oy + n[5]);
            case 'S' -> {
                boolean smooth = previous == 'C' || previous == 'S';
                cubic(
                        smooth ? 2 * out.x() - controlX : out.x(),
                        smooth ? 2 * out.y() - controlY : out.y(),
                        ox + n[0],
                        oy + n[1],
                        ox + n[2],
                        oy + n[3]);
            }
            case 'Q' -> quadratic(ox + n[0], oy + n[1], ox + n[2], oy + n[3]);
            case 'T' -> {
                boolean smooth = previous == 'Q' || previous == 'T';
                quadratic(
                        smooth ? 2 * out.x() - controlX : out.x(),
                        smooth ? 2 * out.y() - controlY : out.y(),
                        ox + n[0],
                        oy + n[1]);
            }
            case 'A' -> out.arc(n[0], n[1], n[2], n[3] == 1, n[4] == 1, ox + n[5], oy + n[6]);
            default -> out.close();
        }
        previous = kind;
        return true;
    }

    private void cubic(double x1, double y1, double x2, double y2, double x, double y) {
        controlX = x2;
        controlY = y2;
        out.cubic(x1, y1, x2, y2, x, y);
    }

    private void quadratic(double cx, double cy, double x, double y) {
        controlX = cx;
        controlY = cy;
        out.quadratic(cx, cy, x, y);
    }

    private static int count(char kind) {
        return switch (kind) {
            case 'M', 'L', 'T' -> 2;
            case 'H', 'V' -> 1;
            case 'C' -> 6;
            case 'S', 'Q' -> 4;
            default -> 0;
        };
    }

    private boolean numbers(int count) {
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                in.skipComma();
            }
            if (!in.number()) {
                return false;
            }
            n[i] = in.value();
        }
        in.skipSpace();
        return true;
    }

    private boolean arcNumbers() {
        for (int i = 0; i < 7; i++) {
            if (i > 0) {
                in.skipComma();
            }
            if (i == 3 || i == 4) {
                int flag = in.flag();
                if (flag < 0) {
                    return false;
                }
                n[i] = flag;
            } else {
                if (!in.number()) {
                    return false;
                }
                n[i] = in.value();
            }
        }
        in.skipSpace();
        return true;
    }
}
