/**
 * Barudan's own files and those that share their records.
 *
 * <pre>
 * record   ctrl, |dy|, |dx|      0 to 255 each, in tenths of a millimetre
 * ctrl     1 Y X c c c c c       Y: down, X: left, c: code
 *
 * code   00 stitch   01 jump   02 03 the same fast   04 05 the same slow
 *        06 07 cut   08 stop   09..17 needle 1..15   18 end
 * </pre>
 *
 * <p>{@code U01} has 256 bytes of header, which machines leave full of zeros; {@code DSB} has a Tajima header; {@code DAT}
 * none at all. Layouts as found in genuine files; what stands in newer U01 headers as other programs write it. Sequin codes
 * exist and are not known.
 */
@NullMarked
package org.stitchery.embroidery.format.barudan;

import org.jspecify.annotations.NullMarked;
