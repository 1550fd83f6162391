/**
 * Puts the kit's questions to a driver in a JAR, in a process of its own, and writes a certificate. Start at
 * {@link org.stitchery.driver.check.DriverCheck}.
 */
@NullMarked
package org.stitchery.driver.check;

import org.jspecify.annotations.NullMarked;
