/**
 * The tape reader's way of being spoken to: DST as it would come from a paper tape, held and let go with XOFF and XON.
 */
@NullMarked
package org.stitchery.simulator.tape;

import org.jspecify.annotations.NullMarked;
