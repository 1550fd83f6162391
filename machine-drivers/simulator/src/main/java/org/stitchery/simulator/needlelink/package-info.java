/**
 * The machine's side of the needle link, written from {@code machine-drivers/needle-link/PROTOCOL.md} alone: it shares no
 * code with the driver, so that the description is what joins the two.
 */
@NullMarked
package org.stitchery.simulator.needlelink;

import org.jspecify.annotations.NullMarked;
