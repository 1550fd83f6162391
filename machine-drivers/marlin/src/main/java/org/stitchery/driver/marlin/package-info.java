/**
 * Machines built around Marlin, a 3D printer's firmware, and others that speak as it does: numbered lines with a checksum,
 * asked for again when they arrive damaged. Start at {@link org.stitchery.driver.marlin.MarlinDriver}.
 */
@NullMarked
package org.stitchery.driver.marlin;

import org.jspecify.annotations.NullMarked;
