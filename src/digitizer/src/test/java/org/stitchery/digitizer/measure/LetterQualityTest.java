package org.stitchery.digitizer.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.lettering.Typeface;

/** Each typeface at the smallest height it claims. The limits are what has been reached, and a little. */
class LetterQualityTest {

    static java.util.List<Typeface> faces() {
        return Typeface.all();
    }

    @ParameterizedTest
    @MethodSource("faces")
    void theSmallestLettersOfAFaceAreSewable(Typeface face) {
        SmallLetters.Sewn sewn =
                SmallLetters.sewn(SmallLetters.set(face, SmallLetters.smallestMm(face)), FabricRecipes.standard());
        Quality quality = sewn.quality();

        SoftAssertions all = new SoftAssertions();
        all.assertThat(sewn.density99()).as("density, 99th percentile").isLessThanOrEqualTo(11.5);
        all.assertThat(quality.edge95()).as("edge error").isLessThanOrEqualTo(0.37);
        all.assertThat(quality.crowded())
                .as("squares with more than 12 penetrations")
                .isLessThanOrEqualTo(1);
        all.assertThat(quality.below03()).as("stitches below 0.3 mm, %").isLessThanOrEqualTo(0.1);
        all.assertThat(quality.bareInside()).as("bare inside, %").isLessThanOrEqualTo(0.15);
        all.assertThat(quality.floats()).as("floats").isZero();
        all.assertAll();
    }

    @Test
    void noFaceClaimsToWriteLowerThanTheTradeDoes() {
        assertThat(Typeface.all())
                .allSatisfy(face -> assertThat(SmallLetters.smallestMm(face)).isGreaterThanOrEqualTo(3.0));
    }
}
