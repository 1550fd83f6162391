/**
 * SunStar's two.
 *
 * <pre>
 * SST   from byte A0 hex   |dx|, |dy|, ctrl    40 left, 10 up; 02 jump, 01 colour change, 04 end
 * DAT   from byte 100 hex  dx, dy, ctrl        sign in bit 7, y upwards; 07 stitch, 04 jump, 80 cut, 87 colour change,
 *                                              84 beginning, 00 end
 * </pre>
 *
 * <p>SST as found in one genuine file, DAT from other readers only.
 */
@NullMarked
package org.stitchery.embroidery.format.sunstar;

import org.jspecify.annotations.NullMarked;
