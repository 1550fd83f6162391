/** Programs that measure the digitizer. Not run by the build. */
@NullMarked
package org.stitchery.digitizer.bench;

import org.jspecify.annotations.NullMarked;
