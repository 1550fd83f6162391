/** What the needle truly did, written as it happens and read back by whoever wants to compare. */
@NullMarked
package org.stitchery.simulator.ledger;

import org.jspecify.annotations.NullMarked;
