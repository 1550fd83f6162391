package org.stitchery.digitizer.lettering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stitchery.digitizer.Digitized;
import org.stitchery.digitizer.Progress;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.digitizer.fabric.ThreadWeight;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

class LetterSewingTest {

    static List<Typeface> faces() {
        return Typeface.all();
    }

    private static Digitized sewn(Lettered text) {
        return new LetterSewing(
                        FabricRecipes.standard(),
                        ThreadColor.ofRgb(0x1a2850),
                        Hoops.all().get(8))
                .sew(text, "text", Progress.NONE);
    }

    /** Lengths in tenths of stitches that follow a stitch. */
    private static List<Double> lengths(StitchPattern pattern) {
        List<Double> lengths = new ArrayList<>();
        for (int i = 1; i < pattern.size(); i++) {
            if (pattern.command(i) == StitchCommand.STITCH && pattern.command(i - 1) == StitchCommand.STITCH) {
                lengths.add(Math.hypot(pattern.x(i) - pattern.x(i - 1), pattern.y(i) - pattern.y(i - 1)));
            }
        }
        return lengths;
    }

    @ParameterizedTest
    @MethodSource("faces")
    void stitchesAreNeitherShortNorLong(Typeface face) {
        Digitized sewn = sewn(Lettering.of("Hamburgefonstiv\nQUICK & JOLLY 0123456789")
                .in(face)
                .height(14)
                .set());
        List<Double> lengths = lengths(sewn.pattern());

        assertThat(lengths).allMatch(length -> length <= 71);
        assertThat(share(lengths, 3)).isLessThanOrEqualTo(0.005);
        assertThat(share(lengths, 5)).isLessThanOrEqualTo(0.03);
    }

    private static double share(List<Double> lengths, double below) {
        return lengths.stream().filter(length -> length < below).count() / (double) lengths.size();
    }

    @ParameterizedTest
    @MethodSource("faces")
    void thePictureReachesAsFarAsTheLetters(Typeface face) {
        Lettered set = Lettering.of("MEN").in(face).height(15).set();
        Digitized sewn = sewn(set);

        assertThat(sewn.pattern().extents().widthMm()).isBetween(set.widthMm() - 0.9, set.widthMm() + 0.9);
        assertThat(sewn.pattern().extents().heightMm()).isBetween(set.heightMm() - 0.9, set.heightMm() + 0.9);
    }

    @Test
    void lettersThatTouchNeedNoTrim() {
        Typeface script = Typeface.named("script").orElseThrow();

        Digitized sewn = sewn(Lettering.of("anna").in(script).height(16).set());

        assertThat(sewn.pattern().count(StitchCommand.TRIM)).isEqualTo(1);
    }

    @Test
    void lettersFarApartAreTrimmed() {
        Digitized sewn = sewn(Lettering.of("III").height(16).letterSpacing(4).set());

        assertThat(sewn.pattern().count(StitchCommand.TRIM)).isEqualTo(3);
    }

    @Test
    void theSameTextGivesTheSameStitches() {
        Lettering text = Lettering.of("Déjà vu").height(11);

        assertThat(sewn(text.set()).pattern()).isEqualTo(sewn(text.set()).pattern());
    }

    @Test
    void columnsTooWideForSatinAreFilled() {
        Digitized sewn = sewn(Lettering.of("I").height(60).set());

        assertThat(sewn.findings()).extracting(Finding::code).containsExactly("LETTER_FILLED");
    }

    @Test
    void lettersOfThreeMillimetresAreRunsInHairline() {
        Typeface hairline = Typeface.named("hairline").orElseThrow();

        Digitized sewn =
                sewn(Lettering.of("Care label").in(hairline).height(3.5).set());

        assertThat(sewn.findings()).isEmpty();
        assertThat(sewn.pattern().count(StitchCommand.STITCH)).isBetween(60, 400);
    }

    @ParameterizedTest
    @EnumSource(Monogram.Frame.class)
    void aMonogramIsAsHighAsAskedFor(Monogram.Frame frame) {
        Typeface face = Typeface.named("block").orElseThrow();

        Digitized sewn =
                sewn(Monogram.of("rbs", face, frame, 40, ThreadWeight.W40).set());

        assertThat(sewn.pattern().extents().heightMm()).isBetween(39.0, 41.0);
        assertThat(sewn.findings()).isEmpty();
        assertThat(lengths(sewn.pattern())).allMatch(length -> length <= 71);
    }

    @Test
    void aMonogramHasThreeLetters() {
        Typeface face = Typeface.named("block").orElseThrow();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Monogram.of("AB", face, Monogram.Frame.NONE, 50, ThreadWeight.W40))
                .withMessageContaining("three letters");
    }
}
