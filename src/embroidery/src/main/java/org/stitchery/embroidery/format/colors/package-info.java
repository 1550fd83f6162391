/**
 * Small files that say which colours a design has, for machines that read them beside a file that cannot hold them, such
 * as DST or EXP. Only written: whoever reads a design gets its colours from the design itself.
 */
@NullMarked
package org.stitchery.embroidery.format.colors;

import org.jspecify.annotations.NullMarked;
