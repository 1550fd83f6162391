package org.stitchery.digitizer.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

class GridTest {

    /** Two thin spikes hang from a band. Shrunk on the grid itself, JTS gave back nothing at all. */
    @Test
    void aBandWithSpikesSurvivesShrinking() throws Exception {
        Geometry band = new WKTReader(Grid.FACTORY)
                .read("POLYGON ((47.087 59.128, 45.735 59.427, 44.339 59.661, 42.91 59.828, 41.46 59.928, 40 59.962,"
                        + " 38.54 59.928, 37.09 59.828, 35.661 59.661, 34.265 59.427, 32.913 59.128, 31.611 58.761,"
                        + " 31.56 58.753, 31.524 59.048, 31.53 59.05, 30.095 70.952, 30.378 71.046, 30.393 70.989,"
                        + " 31.112 65.147, 32.043 65.415, 32.06 65.42, 33.398 65.724, 33.412 65.727, 34.82 65.973,"
                        + " 36.271 66.156, 37.753 66.279, 39.253 66.34, 40.747 66.34, 42.247 66.279, 43.729 66.156,"
                        + " 45.18 65.973, 46.588 65.727, 46.602 65.724, 47.94 65.42, 47.957 65.415, 48.888 65.147,"
                        + " 49.607 70.989, 49.622 71.046, 49.905 70.952, 48.47 59.05, 48.476 59.048, 48.44 58.753,"
                        + " 48.389 58.761, 47.087 59.128))");
        assertThat(Grid.grown(band, -0.16).getArea()).isBetween(105.0, 107.0);
    }
}
