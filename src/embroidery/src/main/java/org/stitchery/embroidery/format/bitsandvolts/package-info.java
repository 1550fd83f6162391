/**
 * The files of Bits &amp; Volts.
 *
 * <pre>
 * 000   55 01 00, name of 8 bytes, zeros
 * 100   pairs of signed bytes, x and y upwards; 80, a byte and a code announce something else:
 *       00 nothing, 02 or E0 end, 03 or 7E a move of i16 x and i16 y, E1..EF needle 1..15 and such a move
 * </pre>
 *
 * <p>As found in one genuine file.
 */
@NullMarked
package org.stitchery.embroidery.format.bitsandvolts;

import org.jspecify.annotations.NullMarked;
