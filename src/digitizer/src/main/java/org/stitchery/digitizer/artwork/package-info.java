/** A customer's drawing as plain shapes in millimetres: all that the digitizer sees of it. */
@NullMarked
package org.stitchery.digitizer.artwork;

import org.jspecify.annotations.NullMarked;
