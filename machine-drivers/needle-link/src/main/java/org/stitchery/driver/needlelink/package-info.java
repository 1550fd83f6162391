/**
 * The needle link: a protocol that lets a machine say all it knows, so that a design is known to be sewn and not merely
 * sent. The protocol itself is described in {@code machine-drivers/needle-link/PROTOCOL.md}; what is here follows it. Read
 * {@link org.stitchery.driver.needlelink.RunTalk} first.
 */
@NullMarked
package org.stitchery.driver.needlelink;

import org.jspecify.annotations.NullMarked;
