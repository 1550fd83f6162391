/**
 * A third layout that goes by the ending DAT, of a maker not known: no header, records of three signed bytes
 * {@code a, b, ctrl} with x = -b and y = a, downwards. Codes 01 stitch, 00 jump, 09 and 08 colour change or stop, 10 end. As
 * found in one genuine file, which holds a design known from other formats.
 */
@NullMarked
package org.stitchery.embroidery.format.dat;

import org.jspecify.annotations.NullMarked;
