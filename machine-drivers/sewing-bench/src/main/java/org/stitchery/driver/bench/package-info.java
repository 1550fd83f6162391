/**
 * For the tests of drivers: a driver on a real line to a simulated machine, and what its needle did. The driver kit asks
 * whether a driver is honest; this shows that it sews. Start at {@link org.stitchery.driver.bench.SewingBench}.
 */
@NullMarked
package org.stitchery.driver.bench;

import org.jspecify.annotations.NullMarked;
