package org.stitchery.digitizer.svg;

/** Codes of the intake's findings. They travel to customers' programs and stay as they are. */
final class FindingCode {

    static final String EXTERNAL_REF = "W_EXTERNAL_REF";
    static final String EMBEDDED_IMAGE = "W_EMBEDDED_IMAGE";
    static final String UNSUPPORTED_ELEMENT = "W_UNSUPPORTED_ELEMENT";
    static final String UNSUPPORTED_PAINT = "W_UNSUPPORTED_PAINT";
    static final String UNSUPPORTED_STYLE = "W_UNSUPPORTED_STYLE";
    static final String ACTIVE_CONTENT = "W_ACTIVE_CONTENT";
    static final String ANIMATION = "W_ANIMATION";
    static final String DTD_NOT_LOADED = "W_DTD_NOT_LOADED";
    static final String SIZE_ASSUMED = "W_SIZE_ASSUMED";
    static final String DEGENERATE = "W_DEGENERATE";
    static final String PATH_TRUNCATED = "W_PATH_TRUNCATED";
    static final String TRANSFORM_IGNORED = "W_TRANSFORM_IGNORED";
    static final String DASH_IGNORED = "W_DASH_IGNORED";
    static final String DANGLING_REF = "W_DANGLING_REF";
    static final String DUPLICATE_ID = "W_DUPLICATE_ID";
    static final String TEXT_CLEANED = "W_TEXT_CLEANED";
    static final String TEXT_NOT_SEWN = "W_TEXT_NOT_SEWN";
    static final String FONT_SUBSTITUTED = "W_FONT_SUBSTITUTED";
    static final String LETTERS_MISSING = "W_LETTERS_MISSING";
    static final String LETTERS_NOT_JOINED = "W_LETTERS_NOT_JOINED";
    static final String MARKS_NOT_PLACED = "W_MARKS_NOT_PLACED";
    static final String GRADIENT_FLATTENED = "W_GRADIENT_FLATTENED";
    static final String NEARLY_INVISIBLE = "W_NEARLY_INVISIBLE";
    static final String OPACITY_BLENDED = "W_OPACITY_BLENDED";
    static final String OUTSIDE_PAGE = "W_OUTSIDE_PAGE";
    static final String CLIPPED_AWAY = "W_CLIPPED_AWAY";
    static final String SOFT_MASK = "W_SOFT_MASK";
    static final String HINT_NOT_FOLLOWED = "W_HINT_NOT_FOLLOWED";
    static final String HINT_LIMITED = "W_HINT_LIMITED";

    private FindingCode() {}
}
