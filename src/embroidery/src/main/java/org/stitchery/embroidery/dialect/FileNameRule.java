package org.stitchery.embroidery.dialect;

import java.util.Locale;
import org.stitchery.embroidery.format.dst.DstLabel;

/** What a machine takes for a file's name. */
public enum FileNameRule {
    /** Whatever the computer takes. */
    ANY {
        @Override
        public String fileName(String name, String extension) {
            return name + "." + extension;
        }
    },
    /** Up to eight plain capitals, digits, dashes and underlines, a dot and three: what heads with a floppy drive read. */
    EIGHT_DOT_THREE {
        @Override
        public String fileName(String name, String extension) {
            String label = DstLabel.of(name, 8).replace(" ", "_");
            String ending = extension.substring(0, Math.min(3, extension.length()));
            return (label.isEmpty() ? "DESIGN" : label) + "." + ending.toUpperCase(Locale.ROOT);
        }
    };

    /**
     * The name of a design's file.
     *
     * @param name of the design
     * @param extension of the format, without the dot
     */
    public abstract String fileName(String name, String extension);
}
