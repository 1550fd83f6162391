/**
 * Singer's files.
 *
 * <pre>
 * XXX   256 bytes of header, then signed pairs, y upwards; a first byte of 7D or 7E announces a long move of two i16, 7F:
 *       01 jump, 03 cut, 08 and 0A..17 colour change, 7F or 18 end; then colours as 00, red, green, blue
 * CSD   every byte veiled; beneath: 55 01 and six bytes, 16 times R G B, two bytes, 14 numbers of colours in the order of
 *       sewing, records ctrl, |dy|, |dx| as in Toyota's 10o: 40 down, 20 left, 80 stitch, 90 jump, 8A begin, 85 colour
 *       change, 87 91 F8 end
 * </pre>
 *
 * <p>XXX as found in one genuine file and in those of another writer; CSD in one genuine file, its cuts (81) and stops (82)
 * after the 10o.
 */
@NullMarked
package org.stitchery.embroidery.format.singer;

import org.jspecify.annotations.NullMarked;
