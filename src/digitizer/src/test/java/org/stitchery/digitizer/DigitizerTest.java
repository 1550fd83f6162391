package org.stitchery.digitizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.artwork.ArtworkShape;
import org.stitchery.digitizer.artwork.ArtworkShape.Fill;
import org.stitchery.digitizer.artwork.ArtworkShape.FillRule;
import org.stitchery.digitizer.artwork.Contour;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

class DigitizerTest {

    @Test
    void aSquareIsFilledToItsEdges() {
        StitchPattern pattern = digitized(square(10, 10, 30)).pattern();

        assertThat(pattern.extents().widthMm()).isBetween(29.8, 30.4);
        assertThat(pattern.extents().heightMm()).isBetween(29.5, 30.1);
        assertThat(pattern.count(StitchCommand.TRIM)).isEqualTo(1);
    }

    private static Digitized digitized(ArtworkShape... shapes) {
        Artwork artwork = new Artwork(100, 100, List.of(shapes), List.of());
        DigitizeSettings settings = new DigitizeSettings(
                "test", FabricRecipes.standard(), List.of(ThreadColor.ofRgb(0xFF0000)), Hoops.standard());
        return new Digitizer().digitize(artwork, settings, Progress.NONE);
    }

    private static ArtworkShape square(double x, double y, double side) {
        Contour contour = new Contour(new double[] {x, y, x + side, y, x + side, y + side, x, y + side}, true);
        return new ArtworkShape("#square", List.of(contour), new Fill(0xFF0000, 1, FillRule.NONZERO), null, List.of());
    }
}
