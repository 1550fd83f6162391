/** Customers' drawings, the designs made of them, and the proofs to approve. */
@NullMarked
package org.stitchery.service.artwork;

import org.jspecify.annotations.NullMarked;
