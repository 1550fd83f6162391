/**
 * Machines built around a grbl 1.1 or grblHAL motion controller: G-code streamed line by line, or a design run from the
 * controller's own card. Start at {@link org.stitchery.driver.grbl.GrblDriver}.
 */
@NullMarked
package org.stitchery.driver.grbl;

import org.jspecify.annotations.NullMarked;
