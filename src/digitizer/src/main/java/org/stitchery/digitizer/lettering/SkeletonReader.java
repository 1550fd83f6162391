package org.stitchery.digitizer.lettering;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stitchery.digitizer.lettering.PenPath.Bend;
import org.stitchery.digitizer.lettering.PenPath.Segment;

/** Reads the strokes of one glyph from their notation, which the head of {@code sans.txt} explains. */
final class SkeletonReader {

    private static final Pattern TOKEN = Pattern.compile("[MLHVCZDW<>!]|-?\\d*\\.?\\d+");

    private final List<PenPath> paths = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private double x;
    private double y;
    private double width = 1;
    private double nextWidth = 1;
    private boolean thinStart;
    private boolean nextThin;
    private boolean thinEnd;
    private boolean plainStart;
    private boolean plainEnd;
    private boolean closed;

    private SkeletonReader() {}

    /** @throws IllegalStateException for a notation that is not ours */
    static List<PenPath> read(String notation) {
        SkeletonReader reader = new SkeletonReader();
        Matcher tokens = TOKEN.matcher(notation);
        while (tokens.find()) {
            reader.command(tokens.group(), tokens, notation);
        }
        reader.finish();
        if (reader.paths.isEmpty()) {
            throw new IllegalStateException("No stroke in \"" + notation + "\"");
        }
        return reader.paths;
    }

    private void command(String command, Matcher tokens, String notation) {
        switch (command) {
            case "M" -> {
                start();
                x = number(tokens, notation);
                y = number(tokens, notation);
            }
            case "D" -> {
                start();
                x = number(tokens, notation);
                y = number(tokens, notation);
                segments.add(new Segment(Bend.DOT, x, y, x, y, x, y, x, y));
            }
            case "L" -> to(Bend.LINE, tokens, notation);
            case "H" -> to(Bend.LEVEL_FIRST, tokens, notation);
            case "V" -> to(Bend.UPRIGHT_FIRST, tokens, notation);
            case "C" -> {
                double x1 = number(tokens, notation);
                double y1 = number(tokens, notation);
                double x2 = number(tokens, notation);
                double y2 = number(tokens, notation);
                double x3 = number(tokens, notation);
                double y3 = number(tokens, notation);
                segments.add(new Segment(Bend.CUBIC, x, y, x1, y1, x2, y2, x3, y3));
                x = x3;
                y = y3;
            }
            case "Z" -> closed = true;
            case "W" -> {
                finish();
                nextWidth = number(tokens, notation);
            }
            case "<" -> {
                finish();
                nextThin = true;
            }
            case ">" -> thinEnd = true;
            case "!" -> {
                if (segments.isEmpty()) {
                    plainStart = true;
                } else {
                    plainEnd = true;
                }
            }
            default -> throw new IllegalStateException("\"" + command + "\" is out of place in \"" + notation + "\"");
        }
    }

    private void to(Bend bend, Matcher tokens, String notation) {
        double toX = number(tokens, notation);
        double toY = number(tokens, notation);
        segments.add(new Segment(bend, x, y, x, y, toX, toY, toX, toY));
        x = toX;
        y = toY;
    }

    private static double number(Matcher tokens, String notation) {
        if (!tokens.find()) {
            throw new IllegalStateException("A number is missing at the end of \"" + notation + "\"");
        }
        return Double.parseDouble(tokens.group());
    }

    private void start() {
        finish();
        width = nextWidth;
        thinStart = nextThin;
        nextWidth = 1;
        nextThin = false;
    }

    private void finish() {
        if (!segments.isEmpty()) {
            paths.add(new PenPath(segments, closed, width, thinStart, thinEnd, plainStart, plainEnd));
        }
        segments.clear();
        thinEnd = false;
        plainStart = false;
        plainEnd = false;
        closed = false;
    }
}
