/**
 * Brother's files, also Baby Lock's and Bernina's home machines'.
 *
 * <pre>
 * PEC   header of 512 bytes with name, count and numbers of colours; a block of stitches that tells its length; pictures,
 *       one for all and one per colour, 48 x 38 pixels of one bit
 *       stitches: x then y, y downwards, each short (one byte, seven bits with sign) or long (two bytes, twelve bits with
 *       sign; flag 10 hex jump, 20 hex cut and jump); FE B0 and a byte: colour change; FF: end
 * PES   versions 1 to 10: a head that grew with the versions, then a PEC block, from which machines sew
 * PHB   PHC   a chain of lengths that leads to stitches as in a PEC
 * </pre>
 *
 * <p>The same colour twice in a row means a stop. As found in genuine files of PEC, PES 1 and 7 and PHB, and in those of
 * another writer in PES 1 and 6; what differs in other versions, and PHC, from descriptions.
 */
@NullMarked
package org.stitchery.embroidery.format.brother;

import org.jspecify.annotations.NullMarked;
