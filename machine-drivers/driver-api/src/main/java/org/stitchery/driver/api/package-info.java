@NullMarked
package org.stitchery.driver.api;

import org.jspecify.annotations.NullMarked;
