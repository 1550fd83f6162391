/**
 * G-code for embroidery machines people build themselves around a motion controller: grbl, grblHAL, Marlin.
 *
 * <p>There is no standard. What is common is that the frame goes to absolute places in millimetres, x to the right and y
 * upwards, and that something else then sends the needle down once. What that something is differs from machine to
 * machine and is data: {@link org.stitchery.embroidery.format.gcode.GcodeDialect}.
 *
 * <pre>
 * ;Stitchery gcode-grbl       which dialect; then comments with name, number of stitches, threads
 * G21  G90  G92Z0  G0X0Y0     millimetres, absolute, the shaft stands at needle up, the frame at work zero
 * G0X12.5Y-3                  the frame moves: a jump, or the way to the stitch that follows
 * G0Z5                        the needle goes down: here by one turn of the shaft, 5 mm of an imagined axis
 * M8  G4P0.3  M9              the thread is cut: the coolant output drives the trimmer
 * T2M0                        the next thread, and a halt until a person goes on
 * M0                          a halt alone
 * M2                          the end
 * </pre>
 *
 * Every place is rounded once, to the tenth of a millimetre the model has, and said absolutely: nothing adds up. A move
 * has no longest length. No comment stands between moves, no line is longer than 80 characters, lines end in LF alone,
 * because grbl answers CR LF as two lines.
 *
 * <p>Also read is what pyembroidery and Ink/Stitch write: a shaft whose Z rises by a fixed travel, or toggles; x and y both
 * mirrored in pyembroidery's; {@code M00} for every change of thread. Checked against 17 files of that kind. Meanings of
 * codes are those of the controllers' own documentation; sewn on no machine yet.
 */
@NullMarked
package org.stitchery.embroidery.format.gcode;

import org.jspecify.annotations.NullMarked;
