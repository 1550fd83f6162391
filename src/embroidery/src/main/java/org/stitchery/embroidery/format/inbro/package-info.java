/** Inbro INB: thumbnails up to byte 2000 hex, then records {@code |dx|, |dy|, ctrl}. As found in one genuine file. */
@NullMarked
package org.stitchery.embroidery.format.inbro;

import org.jspecify.annotations.NullMarked;
