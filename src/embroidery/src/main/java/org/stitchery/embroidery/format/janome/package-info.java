/**
 * Janome's files: JEF, the older SEW, and JPX.
 *
 * <pre>
 * pairs    dx, dy   signed, y upwards; a first byte of 80 announces: 01 colour change or stop, 02 jump, 10 end
 *
 * JEF      u32 where the pairs begin, date, count of colours, of pairs, hoop, room around the centre;
 *          from byte 74 hex: numbers of the chart, 0 for a stop with the same thread
 * SEW      u16 count of colours, their numbers, at most twelve; pairs from byte 1D78 hex, in which 04 is a jump, too
 * JPX      u32 where the pairs begin, count of colours at byte 20 hex, their numbers from byte 3C hex
 * </pre>
 *
 * <p>A cut is three jumps to nowhere. JEF and SEW as found in one genuine file each, JPX from other readers only.
 */
@NullMarked
package org.stitchery.embroidery.format.janome;

import org.jspecify.annotations.NullMarked;
