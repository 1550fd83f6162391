/** What is sewn, and by which method: regions of one thread become running stitches, satin columns and tatami fills. */
@NullMarked
package org.stitchery.digitizer.classify;

import org.jspecify.annotations.NullMarked;
