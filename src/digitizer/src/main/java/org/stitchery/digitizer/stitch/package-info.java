/** How each method lays its stitches: needle points in millimetres, not yet rounded. */
@NullMarked
package org.stitchery.digitizer.stitch;

import org.jspecify.annotations.NullMarked;
