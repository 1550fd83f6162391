/** Eltac EXY: 256 bytes whose meaning is not known, then the records of a DST. Known from other readers only. */
@NullMarked
package org.stitchery.embroidery.format.eltac;

import org.jspecify.annotations.NullMarked;
