/**
 * Tajima DST, the common language of industrial machines.
 *
 * <pre>
 *   0  LA:16 characters CR     design name
 *  20  ST:7 digits CR          number of records, the end record included
 *  31  CO:3 digits CR          number of colour changes
 *  38  +X: -X: +Y: -Y: 5 digits CR each    furthest from the start, never negative, +Y upwards
 *  74  AX: AY: sign, 5 digits, CR each     last position from the start, AY downwards
 *  94  MX: MY: sign, 5 digits, CR each     place in a design of several volumes, always 0
 * 114  PD:6 characters CR      previous volume, always ******
 * 124  1A, then spaces
 * 512  records of 3 bytes, the last 00 00 F3, then 1A
 * </pre>
 *
 * A record moves by a sum of the powers of three, each added, taken away or left out, so up to 121 tenths of a
 * millimetre on each axis. Bit 7 of each byte is leftmost; y is upwards here and downwards everywhere else in this
 * package:
 *
 * <pre>
 *   y+1  y-1  y+9  y-9  x-9  x+9  x-1  x+1
 *   y+3  y-3  y+27 y-27 x-27 x+27 x-3  x+3
 *   c0   c1   y+81 y-81 x-81 x+81  1    1
 * </pre>
 *
 * The layout and all header fields were checked against genuine files. There is no code for cutting the thread: see
 * {@link org.stitchery.embroidery.format.TrimInference}. Colour change and stop are the same code.
 */
@NullMarked
package org.stitchery.embroidery.format.dst;

import org.jspecify.annotations.NullMarked;
