@NullMarked
package org.stitchery.digitizer.sequence;

import org.jspecify.annotations.NullMarked;
