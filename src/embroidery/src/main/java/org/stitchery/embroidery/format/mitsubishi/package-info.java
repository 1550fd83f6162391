/**
 * Mitsubishi MIT: records of two bytes from the first on, x then y, y upwards; bit 7 the sign, the low five bits the size in
 * steps of 0.2 mm; bits 5 and 6 of both together a code: 7, 4 and 5 stitch, C jump, 8 colour change behind a 7, 0 end. Known
 * from one other reader.
 */
@NullMarked
package org.stitchery.embroidery.format.mitsubishi;

import org.jspecify.annotations.NullMarked;
