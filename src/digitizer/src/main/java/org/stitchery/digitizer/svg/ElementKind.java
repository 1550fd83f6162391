package org.stitchery.digitizer.svg;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the light tree does with an element of the SVG namespace. */
enum ElementKind {
    SVG("svg"),
    G("g"),
    A("a"),
    SWITCH("switch"),
    DEFS("defs"),
    SYMBOL("symbol"),
    USE("use"),
    PATH("path"),
    RECT("rect"),
    CIRCLE("circle"),
    ELLIPSE("ellipse"),
    LINE("line"),
    POLYLINE("polyline"),
    POLYGON("polygon"),
    TEXT("text"),
    TSPAN("tspan"),
    TEXT_PATH("textPath"),
    /** What stands between the elements of a text, under a name that no element can have. */
    CHARACTERS("#text"),
    IMAGE("image"),
    FOREIGN_OBJECT("foreignObject"),
    CLIP_PATH("clipPath"),
    MASK("mask"),
    MARKER("marker"),
    LINEAR_GRADIENT("linearGradient"),
    RADIAL_GRADIENT("radialGradient"),
    STOP("stop"),
    PATTERN("pattern"),
    FILTER("filter"),
    STYLE("style"),
    TITLE("title"),
    /** Kept without children, so that references to it are known to lead to something we do not draw. */
    OTHER("");

    private static final Map<String, ElementKind> BY_NAME = new HashMap<>();

    static {
        for (ElementKind kind : values()) {
            BY_NAME.put(kind.localName, kind);
        }
    }

    /** Never drawn, in no drawing program's file a loss. */
    private static final Set<String> SILENT = Set.of("desc", "metadata", "view", "filter");

    private static final Set<String> ACTIVE = Set.of("script", "handler", "listener");

    private static final Set<String> ANIMATION = Set.of(
            "animate", "animateColor", "animateMotion", "animateTransform", "animation", "discard", "mpath", "set");

    private final String localName;

    ElementKind(String localName) {
        this.localName = localName;
    }

    static ElementKind of(String localName) {
        return BY_NAME.getOrDefault(localName, OTHER);
    }

    static boolean isSilent(String localName) {
        return SILENT.contains(localName);
    }

    static boolean isActive(String localName) {
        return ACTIVE.contains(localName);
    }

    static boolean isAnimation(String localName) {
        return ANIMATION.contains(localName);
    }

    /** True when its children belong into the tree. */
    boolean keepsChildren() {
        return switch (this) {
            case SVG,
                    G,
                    A,
                    SWITCH,
                    DEFS,
                    SYMBOL,
                    CLIP_PATH,
                    MASK,
                    MARKER,
                    LINEAR_GRADIENT,
                    RADIAL_GRADIENT,
                    PATTERN,
                    TEXT,
                    TSPAN,
                    TEXT_PATH -> true;
            default -> false;
        };
    }

    boolean isShape() {
        return switch (this) {
            case PATH, RECT, CIRCLE, ELLIPSE, LINE, POLYLINE, POLYGON -> true;
            default -> false;
        };
    }

    /** True for those in which letters stand. */
    boolean isText() {
        return this == TEXT || this == TSPAN || this == TEXT_PATH;
    }

    boolean isGradient() {
        return this == LINEAR_GRADIENT || this == RADIAL_GRADIENT;
    }
}
