@NullMarked
package org.stitchery.embroidery;

import org.jspecify.annotations.NullMarked;
