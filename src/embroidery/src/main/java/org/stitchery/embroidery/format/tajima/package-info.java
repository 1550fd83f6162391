/**
 * Tajima's later and lesser known files; DST has a folder of its own.
 *
 * <pre>
 * TBF   from byte 600 hex: dx, dy, ctrl, signed, y upwards; 80 stitch, 90 jump, 81 next needle, 86 cut, 40 stop, 8F end.
 *       The header has a DST's fields from byte 80 on, needles from 10A on, one byte each, and colours from 20E on, five
 *       bytes each: "E", red, green, blue, a blank.
 * T01   the records of a DST from the first byte on
 * T09   from byte 0C: |dy|, |dx|, ctrl; 20 down, 40 left, 10 stop, 00 end
 * T15   the image of a punched tape, four bytes a record: C0 and a move of six digits to the base of seven, C8 and CA needle,
 *       C6 stop, D0 end
 * </pre>
 *
 * <p>TBF as found in one genuine file and in those of another writer; T01 and T09 from one other reader only;
 * T15 as found in one genuine file, which no other reader that we know of takes in.
 */
@NullMarked
package org.stitchery.embroidery.format.tajima;

import org.jspecify.annotations.NullMarked;
