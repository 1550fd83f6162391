/**
 * What machines that read the same format want differently, as data: a list of dialects, one a line, which a machine's
 * profile picks from and a shop adds to.
 */
@NullMarked
package org.stitchery.embroidery.dialect;

import org.jspecify.annotations.NullMarked;
