/**
 * Pictures of a design as it will look sewn: thread with its sheen and twist, lying on cloth and on other thread.
 *
 * <p>Start at {@link org.stitchery.embroidery.picture.ThreadPicture}. The picture is made in four steps: which pieces
 * of thread lie on top ({@link org.stitchery.embroidery.picture.SewnThread}), how high each lies on what was sewn
 * before ({@link org.stitchery.embroidery.picture.Layering}), every piece drawn lit and with its height
 * ({@link org.stitchery.embroidery.picture.ThreadBrush}), and shadows worked out from the heights
 * ({@link org.stitchery.embroidery.picture.Relief}). All of it is plain arithmetic on arrays, so that the same pattern
 * gives the same pixels everywhere.
 */
@NullMarked
package org.stitchery.embroidery.picture;

import org.jspecify.annotations.NullMarked;
