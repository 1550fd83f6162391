/** The driver contract: the only thing the service and a machine driver share. Start at {@link org.stitchery.driver.api.MachineDriver}. */
@NullMarked
package org.stitchery.driver.api;

import org.jspecify.annotations.NullMarked;
