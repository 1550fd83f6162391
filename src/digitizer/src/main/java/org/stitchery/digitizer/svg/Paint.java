package org.stitchery.digitizer.svg;

import org.jspecify.annotations.Nullable;

/** What fill and stroke may say, before references are followed. */
sealed interface Paint {

    /** Not painted. */
    record None() implements Paint {}

    /** One colour, 0xAARRGGBB. */
    record Solid(int argb) implements Paint {}

    /** The value of the color property. */
    record CurrentColor() implements Paint {}

    /** Inside a marker or a used element: the paint of whoever uses it. */
    record Context(boolean stroke) implements Paint {}

    /** A gradient or pattern; {@code otherwise} is used when the reference leads nowhere. */
    record Server(String reference, @Nullable Paint otherwise) implements Paint {}
}
