/** Happy TAP: the records of a DST from the first byte on, without any header. As found in one genuine file. */
@NullMarked
package org.stitchery.embroidery.format.happy;

import org.jspecify.annotations.NullMarked;
