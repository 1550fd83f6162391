/** The stitch model: final stitch lists in whole tenths of a millimetre, their threads, and what there is to tell a person about them. */
@NullMarked
package org.stitchery.embroidery.model;

import org.jspecify.annotations.NullMarked;
