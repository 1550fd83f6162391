@NullMarked
package org.stitchery.digitizer.geometry;

import org.jspecify.annotations.NullMarked;
