package org.stitchery.digitizer.svg;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The style properties that matter to stitches. Each may be given in a style or as an attribute of the same name. */
enum Property {
    COLOR("color", true, "black"),
    FILL("fill", true, "black"),
    FILL_OPACITY("fill-opacity", true, "1"),
    FILL_RULE("fill-rule", true, "nonzero"),
    CLIP_RULE("clip-rule", true, "nonzero"),
    STROKE("stroke", true, "none"),
    STROKE_OPACITY("stroke-opacity", true, "1"),
    STROKE_WIDTH("stroke-width", true, "1"),
    STROKE_LINECAP("stroke-linecap", true, "butt"),
    STROKE_LINEJOIN("stroke-linejoin", true, "miter"),
    STROKE_MITERLIMIT("stroke-miterlimit", true, "4"),
    STROKE_DASHARRAY("stroke-dasharray", true, "none"),
    STROKE_DASHOFFSET("stroke-dashoffset", true, "0"),
    PAINT_ORDER("paint-order", true, "normal"),
    VISIBILITY("visibility", true, "visible"),
    MARKER_START("marker-start", true, "none"),
    MARKER_MID("marker-mid", true, "none"),
    MARKER_END("marker-end", true, "none"),
    FONT_SIZE("font-size", true, "16px"),
    FONT_FAMILY("font-family", true, ""),
    FONT_WEIGHT("font-weight", true, "normal"),
    FONT_STYLE("font-style", true, "normal"),
    FONT_KERNING("font-kerning", true, "auto"),
    DIRECTION("direction", true, "ltr"),
    TEXT_ANCHOR("text-anchor", true, "start"),
    LETTER_SPACING("letter-spacing", true, "normal"),
    WORD_SPACING("word-spacing", true, "normal"),
    WHITE_SPACE("white-space", true, "normal"),
    DOMINANT_BASELINE("dominant-baseline", true, "auto"),
    BASELINE_SHIFT("baseline-shift", false, "baseline"),
    TEXT_DECORATION("text-decoration", false, "none"),
    VECTOR_EFFECT("vector-effect", false, "none"),
    OPACITY("opacity", false, "1"),
    DISPLAY("display", false, "inline"),
    OVERFLOW("overflow", false, "hidden"),
    CLIP_PATH("clip-path", false, "none"),
    MASK("mask", false, "none"),
    MASK_TYPE("mask-type", false, "luminance"),
    FILTER("filter", false, "none"),
    MIX_BLEND_MODE("mix-blend-mode", false, "normal"),
    STOP_COLOR("stop-color", false, "black"),
    STOP_OPACITY("stop-opacity", false, "1"),
    /** As an attribute it is read by other rules, see {@link TransformReader}. */
    TRANSFORM("transform", false, "none"),
    TRANSFORM_ORIGIN("transform-origin", false, ""),
    TRANSFORM_BOX("transform-box", false, "view-box"),
    X("x", false, ""),
    Y("y", false, ""),
    WIDTH("width", false, ""),
    HEIGHT("height", false, ""),
    CX("cx", false, ""),
    CY("cy", false, ""),
    R("r", false, ""),
    RX("rx", false, ""),
    RY("ry", false, ""),
    D("d", false, "");

    private static final Property[] ALL = values();
    private static final Map<String, Property> BY_NAME = new HashMap<>();

    static {
        for (Property property : ALL) {
            BY_NAME.put(property.cssName, property);
        }
    }

    private final String cssName;
    private final boolean inherited;
    private final String initial;

    Property(String cssName, boolean inherited, String initial) {
        this.cssName = cssName;
        this.inherited = inherited;
        this.initial = initial;
    }

    static int count() {
        return ALL.length;
    }

    static Property at(int ordinal) {
        return ALL[ordinal];
    }

    static @Nullable Property of(String cssName) {
        return BY_NAME.get(cssName);
    }

    /** True when children take it over unless they say otherwise. */
    boolean isInherited() {
        return inherited;
    }

    String initial() {
        return initial;
    }

    boolean isPaint() {
        return this == FILL || this == STROKE;
    }

    boolean isColor() {
        return this == COLOR || this == STOP_COLOR;
    }

    /** Geometry is read from the attribute itself, where it may mean different things on different elements. */
    boolean isGeometry() {
        return ordinal() >= X.ordinal();
    }
}
