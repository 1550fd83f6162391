/** In which order everything is sewn: colours, travel, ties, trims, and the one rounding to whole tenths. */
@NullMarked
package org.stitchery.digitizer.sequence;

import org.jspecify.annotations.NullMarked;
