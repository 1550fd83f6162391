package org.stitchery.digitizer.lettering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stitchery.digitizer.artwork.Contour;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;

class LetteringTest {

    private static final Typeface BLOCK = Typeface.named("block").orElseThrow();
    private static final Typeface SCRIPT = Typeface.named("script").orElseThrow();

    private static Lettering block(String text) {
        return Lettering.of(text).in(BLOCK).height(12);
    }

    private static List<String> codes(Lettered set) {
        return set.findings().stream().map(Finding::code).toList();
    }

    @Test
    void capitalsAreAsHighAsAskedFor() {
        assertThat(block("HE").set().heightMm()).isCloseTo(12.0, within(0.01));
        assertThat(block("HE").set().findings()).isEmpty();
    }

    @Test
    void lettersThatRecedeAreSetCloser() {
        double stems = block("HH").set().widthMm() - 2 * block("H").set().widthMm();
        double slopes = block("AV").set().widthMm()
                - block("A").set().widthMm()
                - block("V").set().widthMm();

        assertThat(stems).isCloseTo(0.2 * 12, within(0.05));
        assertThat(slopes).isLessThan(0.5);
    }

    @Test
    void letterAndWordSpacingAddUp() {
        double usual = block("ab cd").set().widthMm();

        assertThat(block("ab cd").letterSpacing(1).set().widthMm()).isCloseTo(usual + 3, within(0.01));
        assertThat(block("ab cd").wordSpacing(2).set().widthMm()).isGreaterThan(usual + 3);
    }

    /** The stroke out of one letter ends where the next one's begins. */
    @Test
    void scriptJoinsWhateverTheSpacing() {
        Lettering anna = Lettering.of("anna").in(SCRIPT).height(16);

        assertThat(anna.letterSpacing(2).set().widthMm()).isEqualTo(anna.set().widthMm());
    }

    @Test
    void aCharacterTheFaceDoesNotHaveIsNamed() {
        Lettered set = block("A漢B").set();

        assertThat(set.letters()).hasSize(2);
        assertThat(set.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.message()).contains("漢").contains("U+6F22");
        });
    }

    @Test
    void composedAndDecomposedAccentsAreTheSame() {
        assertThat(block("Zoe\u0308").set().letters()).hasSize(3);
        assertThat(codes(block("Zoe\u0308").set())).isEmpty();
    }

    @Test
    void lettersTooSmallToSewComeWithTheHeightThatWorks() {
        assertThat(block("Anna").height(3).set().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("TEXT_TOO_SMALL");
            assertThat(finding.message()).contains("3.0 mm").contains("The smallest height that works is");
        });
        double works = block("Anna").height(3).smallestMm();
        assertThat(block("Anna").height(works).set().findings()).isEmpty();
    }

    @Test
    void textShrinksIntoItsField() {
        Lettered set = block("Anna Magdalena").within(Fit.of(80, 20)).set();

        assertThat(set.widthMm()).isLessThanOrEqualTo(80);
        assertThat(codes(set)).containsExactly("TEXT_FITTED");
    }

    @Test
    void textThatDoesNotFitEvenAtTheLimitsIsLeftToAPerson() {
        Lettered set = block("Anna Magdalena Wilhelmina")
                .within(new Fit(50, 20, 0.7, 0.9))
                .set();

        assertThat(codes(set)).contains("TEXT_DOES_NOT_FIT");
        assertThat(set.letterMm()).isCloseTo(0.7 * 12, within(0.01));
    }

    @Test
    void onAnArcTheMiddleOfTheTextIsOnItsCrown() {
        Lettered set = block("OHO").along(Baseline.arc(50)).set();

        assertThat(set.minXMm() + set.widthMm() / 2).isCloseTo(0.0, within(0.2));
        assertThat(set.minYMm()).isCloseTo(-62.0, within(0.6));
    }

    @Test
    void alongTheBottomOfACircleLettersStandUprightInside() {
        Lettered set = block("OHO").along(Baseline.arc(-50)).set();

        assertThat(set.minYMm()).isBetween(30.0, 40.0);
        assertThat(set.minYMm() + set.heightMm()).isCloseTo(50.0, within(1.0));
    }

    @Test
    void textLongerThanItsLineIsTold() {
        Contour line = new Contour(new double[] {0, 0, 20, 0}, false);

        assertThat(codes(block("Magdalena").along(Baseline.along(line)).set()))
                .containsExactly("TEXT_LONGER_THAN_LINE");
    }

    @Test
    void linesAreCentredBelowEachOther() {
        Lettered set = block("HHH\nH").set();

        assertThat(set.heightMm()).isCloseTo(12 + 1.7 * 12, within(0.01));
    }

    @Test
    void artworkHasOneShapeForEachLetter() {
        assertThat(block("Anna").set().artwork(0x112233).shapes()).hasSize(4);
    }

    @Test
    void aHeightOfNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> block("A").height(0));
    }
}
