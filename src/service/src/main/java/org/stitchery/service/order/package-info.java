/** What was bought: prices, orders and their way to the floor. */
@NullMarked
package org.stitchery.service.order;

import org.jspecify.annotations.NullMarked;
