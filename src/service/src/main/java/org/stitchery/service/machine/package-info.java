/** The machines of the shop and our side of the line to each of them. Knows nothing of orders and runs. */
@NullMarked
package org.stitchery.service.machine;

import org.jspecify.annotations.NullMarked;
