package org.stitchery.digitizer;

import java.util.List;
import org.stitchery.digitizer.fabric.FabricRecipe;
import org.stitchery.embroidery.model.Hoop;
import org.stitchery.embroidery.model.ThreadColor;

/**
 * What a person chooses besides the drawing.
 *
 * @param name the design's name, carried into the pattern
 * @param fabric density, underlay and pull compensation
 * @param threads the threads to choose from, nearest by CIEDE2000: a whole chart, or those on the machine
 * @param hoop the field it must fit, a finding tells when it does not
 */
public record DigitizeSettings(String name, FabricRecipe fabric, List<ThreadColor> threads, Hoop hoop) {

    public DigitizeSettings {
        threads = List.copyOf(threads);
        if (threads.isEmpty()) {
            throw new IllegalArgumentException("Digitizing needs at least one thread to choose from");
        }
    }
}
