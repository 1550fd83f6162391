/**
 * Toyota's two.
 *
 * <pre>
 * 10o   ctrl, |dy|, |dx|    20 left, 40 down; low five bits 00 stitch, 10 jump;
 *                           whole bytes 8A begin, 85 colour change, 82 stop, 81 cut, 87 end
 * 100   type, ?, dx, dy     sign in bit 7, y upwards; 61 stitch, other odd ones jump, 1F end, even ones colour change
 * </pre>
 *
 * <p>Neither has a header. As found in genuine files, one of each.
 */
@NullMarked
package org.stitchery.embroidery.format.toyota;

import org.jspecify.annotations.NullMarked;
