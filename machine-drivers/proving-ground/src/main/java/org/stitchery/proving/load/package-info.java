/** A hall of machines, and what it costs to feed them. */
@NullMarked
package org.stitchery.proving.load;

import org.jspecify.annotations.NullMarked;
