/**
 * Pfaff's files.
 *
 * <pre>
 * KSM   512 bytes, then records |dy|, |dx|, ctrl   40 left, 20 down, low five bits a code: 00 stitch, 05 stop,
 *       07 13 1D cut (moves without needle follow until 17, 18 or 19), 0B..12 needle 1..8, 1B nearly over, 08 end
 * PCS   also PCD and PCQ: version, hoop, count of colours, their RGB, count of stitches; records of nine bytes with
 *       absolute positions in 256ths of a sixth of a millimetre, from the hoop's left lower corner
 * PCM   the same with the higher bytes first and colours by number
 * MAX   a count at byte D5 hex, then records of eight bytes with absolute positions
 * SPX   286 bytes, then records of nine bytes: two unknown, i16 x, i16 y, a code (00 stitch, A0 F6 jump), two unknown
 * </pre>
 *
 * <p>KSM, PCS and PCM as found in one genuine file each; PCD, PCQ, MAX and SPX from other readers only, the scale of
 * MAX and all of SPX from one of them.
 */
@NullMarked
package org.stitchery.embroidery.format.pfaff;

import org.jspecify.annotations.NullMarked;
