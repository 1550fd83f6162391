@NullMarked
package org.stitchery.transport;

import org.jspecify.annotations.NullMarked;
