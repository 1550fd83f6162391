package org.stitchery.digitizer.svg;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads colours and paints: names, hex, rgb(), rgba(), hsl(), hsla() and hwb() in old and new notation (CSS Color 4
 * sections 4 to 8). Remembers what it has read, since a drawing has few colours and many elements.
 */
final class Colors {

    private static final int REMEMBERED = 4_096;

    private final Map<String, Optional<Paint>> known = new HashMap<>();

    /** The paint; null for one that cannot be read. */
    @Nullable
    Paint paint(String text) {
        Optional<Paint> paint = known.get(text);
        if (paint == null) {
            paint = Optional.ofNullable(read(text.strip()));
            if (known.size() < REMEMBERED) {
                known.put(text, paint);
            }
        }
        return paint.orElse(null);
    }

    boolean isColor(String text) {
        Paint paint = paint(text);
        return paint instanceof Paint.Solid || paint instanceof Paint.CurrentColor;
    }

    /** A colour as 0xAARRGGBB with {@code current} for currentColor; {@code otherwise} for anything else. */
    int argb(String text, int current, int otherwise) {
        Paint paint = paint(text);
        if (paint instanceof Paint.Solid solid) {
            return solid.argb();
        }
        return paint instanceof Paint.CurrentColor ? current : otherwise;
    }

    private @Nullable Paint read(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        switch (lower) {
            case "none":
                return new Paint.None();
            case "currentcolor":
                return new Paint.CurrentColor();
            case "context-fill":
                return new Paint.Context(false);
            case "context-stroke":
                return new Paint.Context(true);
            default:
                break;
        }
        if (lower.startsWith("url(")) {
            int end = text.indexOf(')');
            if (end < 0) {
                return null;
            }
            String rest = text.substring(end + 1).strip();
            return new Paint.Server(References.unquoted(text.substring(4, end)), rest.isEmpty() ? null : read(rest));
        }
        // SVG 1.1 allows an ICC colour after the plain one.
        int icc = lower.indexOf("icc-color(");
        Integer argb = color(icc > 0 ? lower.substring(0, icc).strip() : lower);
        return argb == null ? null : new Paint.Solid(argb);
    }

    private static @Nullable Integer color(String lower) {
        if (lower.startsWith("#")) {
            return hex(lower.substring(1));
        }
        int open = lower.indexOf('(');
        if (open > 0 && lower.endsWith(")")) {
            return function(lower.substring(0, open).strip(), lower.substring(open + 1, lower.length() - 1));
        }
        if (lower.equals("transparent")) {
            return 0;
        }
        Integer rgb = NamedColors.rgb(lower);
        return rgb == null ? null : 0xFF000000 | rgb;
    }

    private static @Nullable Integer hex(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (Character.digit(digits.charAt(i), 16) < 0) {
                return null;
            }
        }
        return switch (digits.length()) {
            case 3, 4 -> {
                StringBuilder doubled = new StringBuilder();
                for (int i = 0; i < digits.length(); i++) {
                    doubled.append(digits.charAt(i)).append(digits.charAt(i));
                }
                yield hex(doubled.toString());
            }
            case 6 -> 0xFF000000 | Integer.parseInt(digits, 16);
            case 8 -> Integer.rotateRight(Integer.parseUnsignedInt(digits, 16), 8);
            default -> null;
        };
    }

    /** One argument of a colour function: its number, and whether it was a percentage. */
    private record Argument(double value, String unit) {
        boolean percent() {
            return unit.equals("%");
        }
    }

    private static @Nullable Integer function(String name, String inside) {
        Argument[] a = arguments(inside);
        if (a == null || a.length < 3 || a.length > 4) {
            return null;
        }
        double alpha = a.length < 4 ? 1 : a[3].percent() ? a[3].value / 100 : a[3].value;
        return switch (name) {
            case "rgb", "rgba" -> argb(alpha, channel(a[0]), channel(a[1]), channel(a[2]));
            case "hsl", "hsla" -> hsl(alpha, hue(a[0]), unit(a[1].value / 100), unit(a[2].value / 100));
            case "hwb" -> hwb(alpha, hue(a[0]), unit(a[1].value / 100), unit(a[2].value / 100));
            default -> null;
        };
    }

    private static Argument @Nullable [] arguments(String inside) {
        Argument[] found = new Argument[4];
        int count = 0;
        NumberScanner in = new NumberScanner(inside);
        in.skipSpace();
        while (!in.atEnd()) {
            if (count == 4 || !in.number()) {
                return null;
            }
            double value = in.value();
            found[count++] = new Argument(value, in.unit());
            if (!in.skipComma() && in.peek() == '/') {
                in.take();
                in.skipSpace();
            }
        }
        return java.util.Arrays.copyOf(found, count);
    }

    private static double channel(Argument a) {
        return unit(a.percent() ? a.value / 100 : a.value / 255);
    }

    private static double unit(double value) {
        return Math.max(0, Math.min(1, value));
    }

    /** In turns, 0 to 1. */
    private static double hue(Argument a) {
        double turns = switch (a.unit) {
            case "rad" -> a.value / (2 * Math.PI);
            case "grad" -> a.value / 400;
            case "turn" -> a.value;
            default -> a.value / 360;
        };
        return turns - Math.floor(turns);
    }

    private static int hsl(double alpha, double hue, double saturation, double lightness) {
        double chroma = saturation * Math.min(lightness, 1 - lightness);
        return argb(
                alpha,
                hslChannel(0, hue, lightness, chroma),
                hslChannel(8, hue, lightness, chroma),
                hslChannel(4, hue, lightness, chroma));
    }

    private static double hslChannel(int n, double hue, double lightness, double chroma) {
        double k = (n + hue * 12) % 12;
        return lightness - chroma * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
    }

    private static int hwb(double alpha, double hue, double white, double black) {
        if (white + black >= 1) {
            double grey = white / (white + black);
            return argb(alpha, grey, grey, grey);
        }
        double span = 1 - white - black;
        return argb(
                alpha,
                hslChannel(0, hue, 0.5, 0.5) * span + white,
                hslChannel(8, hue, 0.5, 0.5) * span + white,
                hslChannel(4, hue, 0.5, 0.5) * span + white);
    }

    /** Each from 0 to 1. */
    static int argb(double alpha, double red, double green, double blue) {
        return (int) Math.round(unit(alpha) * 255) << 24
                | (int) Math.round(unit(red) * 255) << 16
                | (int) Math.round(unit(green) * 255) << 8
                | (int) Math.round(unit(blue) * 255);
    }
}
