/**
 * Machines, or small agents beside them, that come and ask for their work over HTTP. What is said is written down in
 * {@code PROTOCOL.md} of this module. Start at {@link org.stitchery.driver.httppull.HttpPullDriver}.
 */
@NullMarked
package org.stitchery.driver.httppull;

import org.jspecify.annotations.NullMarked;
