/**
 * The floor: jobs, runs and attempts in the queues of machines. Start at {@link
 * org.stitchery.service.production.ProductionFloor}; what is legal is said once, in {@link
 * org.stitchery.service.production.RunState}.
 */
@NullMarked
package org.stitchery.service.production;

import org.jspecify.annotations.NullMarked;
