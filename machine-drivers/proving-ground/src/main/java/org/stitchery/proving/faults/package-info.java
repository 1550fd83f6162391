/**
 * Drivers asked what they claim when the network misbehaves, and the claim compared with what the needle did. {@link
 * org.stitchery.proving.faults.FaultProgram} is the way in.
 */
@NullMarked
package org.stitchery.proving.faults;

import org.jspecify.annotations.NullMarked;
