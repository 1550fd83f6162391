/**
 * A network that misbehaves on purpose, and always in the same way for the same seed. {@link
 * org.stitchery.proving.proxy.FaultProxy} is the way in.
 */
@NullMarked
package org.stitchery.proving.proxy;

import org.jspecify.annotations.NullMarked;
