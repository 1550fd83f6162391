/** Every page a person sees, and the live streams behind them. */
@NullMarked
package org.stitchery.service.dashboard;

import org.jspecify.annotations.NullMarked;
