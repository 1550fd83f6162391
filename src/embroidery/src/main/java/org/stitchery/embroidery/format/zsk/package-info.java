/**
 * ZSK's files and those that share their records.
 *
 * <pre>
 * record   |dy|, |dx|, ctrl      0 to 255 each, in tenths of a millimetre
 * ctrl     1 X Y c c c c c       X: left, Y: down, c: code
 *
 * code   00 stitch   01 jump   02 stop   1B cut   03 05 .. 19 needle 1..12   10 end
 * </pre>
 *
 * <p>{@code DSZ} has a Tajima header, {@code FXY} of Fortron 256 bytes and {@code GT} of Gold Thread 512 bytes whose meaning
 * is not known. {@code Z00} and so on and {@code ZSK} are ZSK's own, with other codes, known from one reader only.
 */
@NullMarked
package org.stitchery.embroidery.format.zsk;

import org.jspecify.annotations.NullMarked;
