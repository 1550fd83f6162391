/**
 * Asks every driver the same questions. A driver author extends {@link org.stitchery.driver.kit.DriverConformanceTest},
 * writes down one conversation as a {@link org.stitchery.driver.kit.Transcript}, and inherits the rest.
 */
@NullMarked
package org.stitchery.driver.kit;

import org.jspecify.annotations.NullMarked;
