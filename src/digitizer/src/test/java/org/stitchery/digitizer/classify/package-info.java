@NullMarked
package org.stitchery.digitizer.classify;

import org.jspecify.annotations.NullMarked;
