/**
 * A layout that goes by the ending PAT, of a maker not known: FF FF and eight bytes, then records of five, {@code code},
 * i16 x, i16 y, the higher bytes first, y upwards. Codes 00 jump, 01 04 05 stitch (they differ in a way that does not
 * show in the design), FE colour change, 85 begin, 7F begin and end of sewing, 81 end. As found in one genuine file, which
 * holds a design known from other formats, stitch by stitch.
 */
@NullMarked
package org.stitchery.embroidery.format.pat;

import org.jspecify.annotations.NullMarked;
