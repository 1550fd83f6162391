/**
 * Data Stitch's STX: "STX", a version, u32 at byte 14 hex with the place of the stitches, a picture as GIF and names of
 * threads, which we do not read; then the pairs of an EXP, without an end code. As other readers have it; we have seen no
 * genuine file.
 */
@NullMarked
package org.stitchery.embroidery.format.datastitch;

import org.jspecify.annotations.NullMarked;
