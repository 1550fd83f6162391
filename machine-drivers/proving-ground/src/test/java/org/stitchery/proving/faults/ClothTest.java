package org.stitchery.proving.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.simulator.ledger.Sewing;
import org.stitchery.simulator.ledger.Sewing.Penetration;

/** Designs along a line, holes by their place on it. */
class ClothTest {

    private static final StitchPattern DESIGN = StitchPattern.builder("line")
            .stitchTo(10, 0)
            .stitchTo(20, 0)
            .stitchTo(30, 0)
            .stitchTo(40, 0)
            .stitchTo(50, 0)
            .build();

    @Test
    void whatGoesOnAfterARestartIsNotTwice() {
        assertThat(twice(sewn(10, 20), sewn(30, 40, 50))).isFalse();
        assertThat(twice(sewn(10, 20), sewn(40, 50))).isFalse();
    }

    /** The line that moved the frame was lost, the one that turned the shaft was not. */
    @Test
    void aStitchInAWrongPlaceIsAnotherQuestion() {
        assertThat(twice(sewn(10, 20), sewn(20, 40))).isFalse();
    }

    @Test
    void whatBeginsAnewIsTwice() {
        assertThat(twice(sewn(10, 20, 30), sewn(10, 20))).isTrue();
        assertThat(twice(sewn(10, 20, 30, 40), sewn(20, 30))).isTrue();
    }

    /** A shaft that counts from anywhere after a restart turns on one spot. */
    @Test
    void aNestInOnePlaceIsAnotherQuestionToo() {
        assertThat(twice(sewn(10, 20, 30), sewn(30, 30, 30, 30))).isFalse();
    }

    private static boolean twice(Sewing... sewings) {
        return Cloth.hasStitchesTwice(Arrays.asList(sewings), DESIGN);
    }

    private static Sewing sewn(int... places) {
        List<Penetration> holes = new ArrayList<>();
        for (int place : places) {
            holes.add(new Penetration(holes.size(), place, 0));
        }
        return new Sewing("GCODE-1", holes, List.of(), 0, 0, false);
    }
}
