/**
 * Tajima's later and lesser known files; DST has a folder of its own.
 *
 * <pre>
 * TBF   from byte 600 hex: dx, dy, ctrl, signed, y upwards; 80 stitch, 90 jump, 81 next needle, 86 cut, 40 stop, 8F end.
 *       The header has a DST's fields from byte 80 on, needles from 10A on, one byte each, and colours from 20E on, five
 *       bytes each: "E", red, green, blue, a blank.
 * T01   the records of a DST from the first byte on
 * T09   from byte 0C: |dy|, |dx|, ctrl; 20 down, 40 left, 10 stop, 00 end
 * </pre>
 *
 * <p>TBF as found in one genuine file and in those of another writer; T01 and T09 from one other reader only.
 */
@NullMarked
package org.stitchery.embroidery.format.tajima;

import org.jspecify.annotations.NullMarked;
