@NullMarked
package org.stitchery.simulator;

import org.jspecify.annotations.NullMarked;
