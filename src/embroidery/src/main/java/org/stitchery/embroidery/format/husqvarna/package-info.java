/**
 * The files of Husqvarna Viking and of Pfaff's home machines.
 *
 * <pre>
 * VP3   nested blocks, each telling its length, the higher bytes first; places in micrometres and y upwards in their heads,
 *       stitches in tenths and y downwards: pairs with sign, 80 01 and two i16 and 80 02 a long one, 80 03 a cut
 * HUS   VIP   three streams, packed one by one: what each command is (80 stitch, 81 jump, 84 colour change, 88 cut, 90 end),
 *       x and y; colours by number of the chart in HUS, veiled red, green and blue in VIP
 * SHV   a picture, colours with how many stitches each has, then pairs with sign, y downwards
 * </pre>
 *
 * <p>All as found in genuine files, one of each and VP3 in those of another writer too.
 */
@NullMarked
package org.stitchery.embroidery.format.husqvarna;

import org.jspecify.annotations.NullMarked;
