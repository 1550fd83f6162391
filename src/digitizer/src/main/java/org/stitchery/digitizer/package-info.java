/** From artwork to stitches: {@link org.stitchery.digitizer.Digitizer} is the way in. */
@NullMarked
package org.stitchery.digitizer;

import org.jspecify.annotations.NullMarked;
