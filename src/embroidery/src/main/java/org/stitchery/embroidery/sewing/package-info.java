/** What sewing a design costs: time at the machine and thread. */
@NullMarked
package org.stitchery.embroidery.sewing;

import org.jspecify.annotations.NullMarked;
