/** Gunold STC: 28 hex bytes of header with name and count as text, then signed {@code dx, dy, ctrl}, y upwards. Known from other readers only. */
@NullMarked
package org.stitchery.embroidery.format.gunold;

import org.jspecify.annotations.NullMarked;
