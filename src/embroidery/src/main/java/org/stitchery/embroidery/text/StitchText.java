package org.stitchery.embroidery.text;

import java.io.IOException;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * Every command of a pattern as a line of comma-separated values, under a line of titles:
 *
 * <pre>
 * x,y,command,thread
 * 0,0,STITCH,0
 * 25,-3,STITCH,0
 * 25,-3,COLOR_CHANGE,1
 * 25,-3,END,1
 * </pre>
 *
 * Positions are in tenths of a millimetre from the start, y downwards. The thread is the number, from 0, of the one
 * that is on after the command. Lines end with a line feed.
 */
public final class StitchText {

    /** The first line, without its end. */
    public static final String TITLES = "x,y,command,thread";

    private StitchText() {}

    /** Writes all lines; neither flushes nor closes. */
    public static void write(StitchPattern pattern, Appendable out) throws IOException {
        out.append(TITLES).append('\n');
        int thread = 0;
        for (int i = 0; i < pattern.size(); i++) {
            StitchCommand command = pattern.command(i);
            if (command == StitchCommand.COLOR_CHANGE) {
                thread++;
            }
            out.append(Integer.toString(pattern.x(i)))
                    .append(',')
                    .append(Integer.toString(pattern.y(i)))
                    .append(',')
                    .append(command.name())
                    .append(',')
                    .append(Integer.toString(thread))
                    .append('\n');
        }
    }
}
