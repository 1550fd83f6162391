/**
 * Melco EXP, also what older Bernina machines sew: pairs of signed bytes, no header and no end.
 *
 * <pre>
 * dx dy          the needle goes down after this move, tenths of a millimetre, y up, -127..127
 * 80 04 dx dy    a jump
 * 80 01 dx dy    colour change or stop, mostly with 00 00
 * 80 80 xx yy    the thread is cut; the two bytes are filler, mostly 07 00
 * 80 02 dx dy    a stitch (rare)
 * </pre>
 *
 * <p>Known from files of other programs, read by an independent reader; no published specification is known to us.
 */
@NullMarked
package org.stitchery.embroidery.format.exp;

import org.jspecify.annotations.NullMarked;
