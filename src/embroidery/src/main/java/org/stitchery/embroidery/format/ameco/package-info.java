/** Ameco NEW: a count of two bytes, then records {@code |dx|, |dy|, ctrl}. Known from other readers only. */
@NullMarked
package org.stitchery.embroidery.format.ameco;

import org.jspecify.annotations.NullMarked;
