@NullMarked
package org.stitchery.digitizer;

import org.jspecify.annotations.NullMarked;
