/** Nothing is silently dropped: what the drawing shows is held against what was sewn, and what is missing is named. */
@NullMarked
package org.stitchery.digitizer.check;

import org.jspecify.annotations.NullMarked;
