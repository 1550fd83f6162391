/**
 * The files of Zeng Hsing, who makes home machines under many names.
 *
 * <pre>
 * 0F        u32 place of the records
 * 13        u32 place of the colours: u8 count, R G B each, u16 bytes of text, text: for each colour "&amp;$", chart, "&amp;#",
 *           name, "&amp;#", number and two characters
 * records   what, a, b: bits 0 2 4 6 of a and 1 3 5 7 of b are x, the others y upwards; from 63 on either way one is
 *           added; 01 jump, 02 stitch, 04 colour change, 41 a part of the next move, 10 a checksum, 80 end
 * </pre>
 *
 * <p>As one other reader has it; we have seen no genuine file.
 */
@NullMarked
package org.stitchery.embroidery.format.zenghsing;

import org.jspecify.annotations.NullMarked;
