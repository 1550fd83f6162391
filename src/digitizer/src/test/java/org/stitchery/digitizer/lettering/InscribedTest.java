package org.stitchery.digitizer.lettering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stitchery.digitizer.DigitizeSettings;
import org.stitchery.digitizer.Digitized;
import org.stitchery.digitizer.Progress;
import org.stitchery.digitizer.advice.Advice;
import org.stitchery.digitizer.advice.Adviser;
import org.stitchery.digitizer.advice.Circumstances;
import org.stitchery.digitizer.advice.Fix;
import org.stitchery.digitizer.advice.Request;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.artwork.ArtworkShape;
import org.stitchery.digitizer.artwork.ArtworkShape.Fill;
import org.stitchery.digitizer.artwork.ArtworkShape.FillRule;
import org.stitchery.digitizer.artwork.Contour;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.digitizer.lettering.Inscription.Kind;
import org.stitchery.digitizer.lettering.Inscription.Line;
import org.stitchery.digitizer.lettering.Inscription.Place;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Hoop;
import org.stitchery.embroidery.thread.Palettes;

class InscribedTest {

    private static final int RED = 0xC8102E;
    private static final int NAVY = 0x1a2850;

    private static final Inscription ANNA =
            new Inscription("Anna", Kind.TEXT, "block", 10, Line.STRAIGHT, Place.BELOW, NAVY);

    private static Request.OfInscribed squareWith(Inscription words, Hoop hoop) {
        Contour square = new Contour(new double[] {10, 10, 40, 10, 40, 40, 10, 40}, true);
        Artwork artwork = new Artwork(
                50,
                50,
                List.of(new ArtworkShape(
                        "square", List.of(square), new Fill(RED, 1, FillRule.EVEN_ODD), null, List.of())),
                List.of());
        DigitizeSettings settings =
                new DigitizeSettings("square", FabricRecipes.standard(), Palettes.STITCHERY_40.threads(), hoop);
        return new Request.OfInscribed(new Request.OfDrawing(artwork, settings), words);
    }

    private static Digitized sewn(Inscription words) {
        return squareWith(words, Hoops.standard()).digitize(Progress.NONE);
    }

    private static List<String> codes(Digitized digitized) {
        return digitized.findings().stream().map(Finding::code).toList();
    }

    private static double bottom(Digitized digitized) {
        return digitized.pattern().extents().maxY() / 10.0 + digitized.originYMm();
    }

    private static double top(Digitized digitized) {
        return digitized.pattern().extents().minY() / 10.0 + digitized.originYMm();
    }

    @Test
    void wordsStandBelowOrAboveTheDrawing() {
        assertThat(bottom(sewn(ANNA))).isBetween(52.0, 55.0);
        assertThat(top(sewn(ANNA))).isBetween(9.0, 10.5);

        Digitized above = sewn(new Inscription("Anna", Kind.TEXT, "block", 10, Line.STRAIGHT, Place.ABOVE, NAVY));
        assertThat(top(above)).isBetween(-5.0, -2.0);
        assertThat(codes(above)).isEmpty();
    }

    @Test
    void archedWordsFollowTheCircleAroundTheDrawing() {
        Digitized below = sewn(new Inscription("ANNA", Kind.TEXT, "block", 8, Line.ARCHED, Place.BELOW, NAVY));

        // Half of the square's diagonal, the gap and the letters, from its middle.
        assertThat(bottom(below)).isBetween(25 + 21.2 + 2.5 + 7, 25 + 21.2 + 2.5 + 10);
        assertThat(codes(below)).isEmpty();
    }

    @Test
    void wordsInAThreadOfTheDrawingCostNoColourChange() {
        Inscription red = new Inscription("Anna", Kind.TEXT, "block", 10, Line.STRAIGHT, Place.BELOW, RED);

        assertThat(sewn(red).pattern().threads()).hasSize(1);
        assertThat(sewn(ANNA).pattern().threads()).hasSize(2);
    }

    @Test
    void theSameWordsGiveTheSameDesign() {
        assertThat(sewn(ANNA).pattern()).isEqualTo(sewn(ANNA).pattern());
    }

    @Test
    void aMonogramStandsBesideTheDrawingToo() {
        Digitized sewn =
                sewn(new Inscription("RBS", Kind.MONOGRAM_CIRCLE, "block", 30, Line.STRAIGHT, Place.BELOW, NAVY));

        assertThat(bottom(sewn)).isBetween(40 + 30.0, 40 + 42.0);
    }

    @Test
    void wordsTooLongForTheHoopBecomeSmallerAndWhatIsStillTooLongIsTold() {
        Digitized fitted = squareWith(
                        ANNA.withWords("Maximiliane Josephine"),
                        Hoops.named("100x100").orElseThrow())
                .digitize(Progress.NONE);
        Digitized beyond = squareWith(
                        ANNA.withWords("Maximiliane Josephine Henriette Wilhelmina Augusta"),
                        Hoops.named("100x100").orElseThrow())
                .digitize(Progress.NONE);

        assertThat(codes(fitted)).contains("TEXT_FITTED").doesNotContain("OUTSIDE_HOOP");
        assertThat(codes(beyond)).contains("TEXT_DOES_NOT_FIT");
    }

    @Test
    void lettersTooLowComeWithAFixThatWorks() {
        Request request = squareWith(ANNA.withHeight(4), Hoops.standard());
        List<Advice> advice = Adviser.on(request, request.digitize(Progress.NONE), Circumstances.usual());

        assertThat(advice).singleElement().satisfies(one -> {
            assertThat(one.finding().code()).isEqualTo("TEXT_TOO_SMALL");
            assertThat(one.finding().xMm()).isNotNull();
            assertThat(one.fix()).isInstanceOf(Fix.LargerText.class);
        });
        Fix fix = java.util.Objects.requireNonNull(advice.get(0).fix());
        assertThat(codes(fix.apply(request).digitize(Progress.NONE))).isEmpty();
    }

    @Test
    void wordsTheHoopMadeTooLowComeWithALargerHoop() {
        Request request = squareWith(
                ANNA.withWords("Maximiliane Josephine Henriette"),
                Hoops.named("100x100").orElseThrow());
        List<Advice> advice = Adviser.on(request, request.digitize(Progress.NONE), Circumstances.usual());

        assertThat(advice).isNotEmpty().anySatisfy(one -> assertThat(one.fix()).isInstanceOf(Fix.LargerHoop.class));
    }

    @Test
    void whatCannotBeReadIsNotKept() {
        assertThat(ANNA.withWords(" An\u0000na\u202e\r\n\ud800Bea\t2 ").words()).isEqualTo("Anna\nBea 2");
    }

    @Test
    void whatIsNoInscriptionIsRefusedInWords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ANNA.withWords("  "))
                .withMessage("Write the words to be sewn.");
        assertThatIllegalArgumentException().isThrownBy(() -> ANNA.withWords("x".repeat(121)));
        assertThatIllegalArgumentException().isThrownBy(() -> ANNA.withHeight(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Inscription("AB", Kind.MONOGRAM, "block", 30, Line.STRAIGHT, Place.BELOW, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Inscription("A", Kind.TEXT, "comic", 30, Line.STRAIGHT, Place.BELOW, 0));
    }
}
