@NullMarked
package org.stitchery.digitizer.stitch;

import org.jspecify.annotations.NullMarked;
