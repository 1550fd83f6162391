package org.stitchery.digitizer.svg;

import org.jspecify.annotations.Nullable;

/**
 * Draws one glyph of a PostScript font. Its outline is a program: numbers go on a stack, and operators that follow use
 * them up. Hints are read over. Arithmetic, and letters made of two by the names of an old encoding, were given up by font
 * makers long ago and are refused.
 *
 * <p>A program may call subroutines, and these others; depth, steps and numbers are limited, and the steps of all glyphs of
 * a font together, so that none runs for ever.
 *
 * <p>Source: Adobe technical note 5177, the Type 2 charstring format.
 */
final class CharString {

    private static final int DEEPEST = 10;
    private static final int MOST_NUMBERS = 48;

    /** Of one font in one drawing: numbers and operators. A letter has about a hundred. */
    private static final int MOST_STEPS = 2_000_000;

    /** What is left of the steps that one font may take. */
    static final class Allowance {
        private int left = MOST_STEPS;

        private void take() {
            if (--left < 0) {
                throw new FontException("its letters take too many steps to draw");
            }
        }
    }

    private final CffIndex global;
    private final @Nullable CffIndex local;
    private final Matrix m;
    private final Outline.Builder out;
    private final Allowance allowance;
    private final double[] stack = new double[MOST_NUMBERS + 1];
    private int n;
    private int hints;
    private boolean open;
    private boolean ended;
    private double x;
    private double y;

    CharString(CffIndex global, @Nullable CffIndex local, Matrix m, Outline.Builder out, Allowance allowance) {
        this.global = global;
        this.local = local;
        this.m = m;
        this.out = out;
        this.allowance = allowance;
    }

    /** @throws FontException when it is damaged or takes too much */
    void draw(FontBytes program) {
        run(program, 0);
        close();
    }

    private void run(FontBytes program, int depth) {
        if (depth > DEEPEST) {
            throw new FontException("its letters are made of each other");
        }
        int at = 0;
        while (at < program.length() && !ended) {
            allowance.take();
            int b = program.u8(at++);
            if (b == 28) {
                push((short) program.u16(at));
                at += 2;
            } else if (b >= 32) {
                at = number(program, b, at);
            } else if (b == 19 || b == 20) {
                stems();
                at += (hints + 7) / 8;
            } else if (b == 10 || b == 29) {
                CffIndex routines = b == 10 ? local : global;
                if (routines == null) {
                    throw new FontException("it refers to a part that is not there");
                }
                run(routines.at((int) pop() + bias(routines.count())), depth + 1);
            } else if (b == 11) {
                return;
            } else {
                operator(b == 12 ? 1200 + program.u8(at++) : b);
                n = 0;
                if (out.segments() > OpenTypeFont.MOST_POINTS) {
                    throw new FontException("a letter has too many points");
                }
            }
        }
    }

    private static int bias(int count) {
        return count < 1240 ? 107 : count < 33900 ? 1131 : 32768;
    }

    private int number(FontBytes program, int b, int at) {
        if (b <= 246) {
            push(b - 139);
            return at;
        }
        if (b <= 250) {
            push((b - 247) * 256 + program.u8(at) + 108);
            return at + 1;
        }
        if (b <= 254) {
            push(-(b - 251) * 256 - program.u8(at) - 108);
            return at + 1;
        }
        push((int) program.u32(at) / 65536.0);
        return at + 4;
    }

    private void push(double value) {
        if (n > MOST_NUMBERS - 1) {
            throw new FontException("a letter is damaged");
        }
        stack[n++] = value;
    }

    private double pop() {
        if (n == 0) {
            throw new FontException("a letter is damaged");
        }
        return stack[--n];
    }

    private void operator(int op) {
        switch (op) {
            case 1, 3, 18, 23 -> stems();
            case 4 -> move(0, last(1));
            case 21 -> move(last(2), last(1));
            case 22 -> move(last(1), 0);
            case 5 -> lines(0, n);
            case 6 -> alternating(true);
            case 7 -> alternating(false);
            case 8 -> curves(0, n);
            case 24 -> {
                requireNumbers(2);
                curves(0, n - 2);
                lines(n - 2, n);
            }
            case 25 -> {
                requireNumbers(6);
                lines(0, n - 6);
                curves(n - 6, n);
            }
            case 26 -> steep();
            case 27 -> level();
            case 30 -> turning(false);
            case 31 -> turning(true);
            case 1234 -> levelFlex();
            case 1235 -> curves(0, Math.min(n, 12));
            case 1236 -> shallowFlex();
            case 1237 -> flex();
            case 14 -> {
                if (n >= 4) {
                    throw new FontException("a letter is made of two in an old way");
                }
                ended = true;
            }
            default -> throw new FontException("a letter has a command that is not read");
        }
    }

    /** The number so many from the end. */
    private double last(int back) {
        if (n < back) {
            throw new FontException("a letter is damaged");
        }
        return stack[n - back];
    }

    /** Two numbers a stem; one more before the first of all is the width, which the metrics know better. */
    private void stems() {
        hints += n / 2;
        n = 0;
    }

    private void move(double dx, double dy) {
        close();
        x += dx;
        y += dy;
        out.move(m.x(x, y), m.y(x, y));
        open = true;
    }

    private void close() {
        if (open) {
            out.close();
            open = false;
        }
    }

    private void line(double dx, double dy) {
        requireOpen();
        x += dx;
        y += dy;
        out.line(m.x(x, y), m.y(x, y));
    }

    private void curve(double ax, double ay, double bx, double by, double cx, double cy) {
        requireOpen();
        double x1 = x + ax;
        double y1 = y + ay;
        double x2 = x1 + bx;
        double y2 = y1 + by;
        x = x2 + cx;
        y = y2 + cy;
        out.cubic(m.x(x1, y1), m.y(x1, y1), m.x(x2, y2), m.y(x2, y2), m.x(x, y), m.y(x, y));
    }

    private void requireOpen() {
        if (!open) {
            throw new FontException("a letter is damaged");
        }
    }

    private void lines(int from, int to) {
        for (int i = from; i + 1 < to; i += 2) {
            line(stack[i], stack[i + 1]);
        }
    }

    private void alternating(boolean levelFirst) {
        boolean isLevel = levelFirst;
        for (int i = 0; i < n; i++) {
            line(isLevel ? stack[i] : 0, isLevel ? 0 : stack[i]);
            isLevel = !isLevel;
        }
    }

    private void curves(int from, int to) {
        for (int i = from; i + 5 < to; i += 6) {
            curve(stack[i], stack[i + 1], stack[i + 2], stack[i + 3], stack[i + 4], stack[i + 5]);
        }
    }

    /** Curves that begin and end upright; the first may begin aside. */
    private void steep() {
        int i = n % 4 == 1 ? 1 : 0;
        double aside = i == 1 ? stack[0] : 0;
        for (; i + 3 < n; i += 4) {
            curve(aside, stack[i], stack[i + 1], stack[i + 2], 0, stack[i + 3]);
            aside = 0;
        }
    }

    /** Curves that begin and end level; the first may begin above or below. */
    private void level() {
        int i = n % 4 == 1 ? 1 : 0;
        double aside = i == 1 ? stack[0] : 0;
        for (; i + 3 < n; i += 4) {
            curve(stack[i], aside, stack[i + 1], stack[i + 2], stack[i + 3], 0);
            aside = 0;
        }
    }

    /** Curves that begin level and end upright, and the other way round, in turn; the last may end aslant. */
    private void turning(boolean levelFirst) {
        boolean isLevel = levelFirst;
        for (int i = 0; i + 3 < n; i += 4) {
            double end = n - i == 5 ? stack[i + 4] : 0;
            if (isLevel) {
                curve(stack[i], 0, stack[i + 1], stack[i + 2], end, stack[i + 3]);
            } else {
                curve(0, stack[i], stack[i + 1], stack[i + 2], stack[i + 3], end);
            }
            isLevel = !isLevel;
        }
    }

    private void requireNumbers(int count) {
        if (n < count) {
            throw new FontException("a letter is damaged");
        }
    }

    private void levelFlex() {
        requireNumbers(7);
        curve(stack[0], 0, stack[1], stack[2], stack[3], 0);
        curve(stack[4], 0, stack[5], -stack[2], stack[6], 0);
    }

    private void shallowFlex() {
        requireNumbers(9);
        double startY = y;
        curve(stack[0], stack[1], stack[2], stack[3], stack[4], 0);
        curve(stack[5], 0, stack[6], stack[7], stack[8], startY - (y + stack[7]));
    }

    private void flex() {
        requireNumbers(11);
        double dx = stack[0] + stack[2] + stack[4] + stack[6] + stack[8];
        double dy = stack[1] + stack[3] + stack[5] + stack[7] + stack[9];
        boolean wide = Math.abs(dx) > Math.abs(dy);
        curve(stack[0], stack[1], stack[2], stack[3], stack[4], stack[5]);
        curve(stack[6], stack[7], stack[8], stack[9], wide ? stack[10] : -dx, wide ? -dy : stack[10]);
    }
}
