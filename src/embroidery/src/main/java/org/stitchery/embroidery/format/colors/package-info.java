/**
 * Small files that say which colours or needles a design has, beside a file that cannot hold them, such as DST or EXP:
 * written for machines that look for them, and read by whoever opens the design.
 */
@NullMarked
package org.stitchery.embroidery.format.colors;

import org.jspecify.annotations.NullMarked;
