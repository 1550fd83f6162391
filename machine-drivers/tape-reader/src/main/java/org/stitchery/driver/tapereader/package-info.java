@NullMarked
package org.stitchery.driver.tapereader;

import org.jspecify.annotations.NullMarked;
