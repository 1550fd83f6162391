/** Planar geometry of the drawing: what is painted, what of it is visible. Millimetres, y down, on a fixed grid. */
@NullMarked
package org.stitchery.digitizer.geometry;

import org.jspecify.annotations.NullMarked;
