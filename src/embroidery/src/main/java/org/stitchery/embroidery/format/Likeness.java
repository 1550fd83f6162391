package org.stitchery.embroidery.format;

/** How much a file's content looks like a format, least first. */
public enum Likeness {
    /** It contradicts the format. */
    NONE,
    /** Nothing speaks against it; for formats without any mark. */
    POSSIBLE,
    /** Its structure fits. */
    LIKELY,
    /** It bears the format's own mark and fits. */
    CERTAIN
}
