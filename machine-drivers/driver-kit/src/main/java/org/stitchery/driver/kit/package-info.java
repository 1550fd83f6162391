@NullMarked
package org.stitchery.driver.kit;

import org.jspecify.annotations.NullMarked;
