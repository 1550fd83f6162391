/** What each fabric asks of the stitches, as data. */
@NullMarked
package org.stitchery.digitizer.fabric;

import org.jspecify.annotations.NullMarked;
