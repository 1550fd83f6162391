/** Tests of the check that nothing is silently dropped. */
@NullMarked
package org.stitchery.digitizer.check;

import org.jspecify.annotations.NullMarked;
