package org.stitchery.embroidery.format;

/** How much a file's content looks like a format, least first. */
public enum Likeness {
    /** It contradicts the format. */
    NONE,
    /** Nothing speaks against it, and nothing for it but perhaps the file's name. */
    POSSIBLE,
    /** Its structure fits from the beginning to the end. */
    LIKELY,
    /** It bears the format's own mark and fits. */
    CERTAIN
}
