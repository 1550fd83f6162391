/**
 * A room of machines written down: which there are, how they are built, and what happens to them when. {@link
 * org.stitchery.simulator.scenario.Scenario} is the way in.
 */
@NullMarked
package org.stitchery.simulator.scenario;

import org.jspecify.annotations.NullMarked;
