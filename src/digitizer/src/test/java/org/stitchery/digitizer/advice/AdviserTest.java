package org.stitchery.digitizer.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stitchery.digitizer.DigitizeSettings;
import org.stitchery.digitizer.Digitized;
import org.stitchery.digitizer.Progress;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.artwork.ArtworkShape;
import org.stitchery.digitizer.artwork.ArtworkShape.Cap;
import org.stitchery.digitizer.artwork.ArtworkShape.Fill;
import org.stitchery.digitizer.artwork.ArtworkShape.FillRule;
import org.stitchery.digitizer.artwork.ArtworkShape.Join;
import org.stitchery.digitizer.artwork.ArtworkShape.Stroke;
import org.stitchery.digitizer.artwork.Contour;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.digitizer.fabric.ThreadWeight;
import org.stitchery.digitizer.lettering.Lettering;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Hoop;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.embroidery.thread.Ciede2000;
import org.stitchery.embroidery.thread.Lab;
import org.stitchery.embroidery.thread.Palettes;

class AdviserTest {

    private static final int NAVY = 0x1a2850;

    private static DigitizeSettings settings(Hoop hoop) {
        return new DigitizeSettings("test", FabricRecipes.standard(), Palettes.STITCHERY_40.threads(), hoop);
    }

    private static ArtworkShape square(double x, int rgb) {
        return new ArtworkShape(
                "square",
                List.of(new Contour(new double[] {x, 0, x + 8, 0, x + 8, 8, x, 8}, true)),
                new Fill(rgb, 1, FillRule.NONZERO),
                null,
                List.of());
    }

    private static Request squares(int... colors) {
        List<ArtworkShape> shapes = new ArrayList<>();
        for (int i = 0; i < colors.length; i++) {
            shapes.add(square(10 * i, colors[i]));
        }
        return new Request.OfDrawing(
                new Artwork(10 * colors.length, 8, shapes, List.of()),
                settings(Hoops.all().get(8)));
    }

    private static List<Advice> on(Request request, @Nullable Integer cloth, int needles) {
        OptionalInt fabric = cloth == null ? OptionalInt.empty() : OptionalInt.of(cloth);
        return Adviser.on(
                request, request.digitize(Progress.NONE), new Circumstances(fabric, needles, ThreadWeight.W40));
    }

    private static Advice only(List<Advice> advice) {
        assertThat(advice).hasSize(1);
        return advice.get(0);
    }

    private static Request fixed(Advice advice, Request request) {
        Fix fix = advice.fix();
        assertThat(fix).isNotNull();
        return fix == null ? request : fix.apply(request);
    }

    @Test
    void nothingIsSaidOfADesignThatIsFine() {
        assertThat(on(squares(NAVY, 0xd3202c), 0xffffff, 15)).isEmpty();
    }

    @Test
    void whereManyNeedlePointsCrowdTheClothMayTear() {
        StitchPattern.Builder star = StitchPattern.builder("star");
        for (int ray = 0; ray < 20; ray++) {
            star.stitchTo(ray % 3, ray % 5).stitchTo(100 + 10 * ray, 40);
        }
        Digitized result =
                new Digitized(star.threads(List.of(ThreadColor.ofRgb(NAVY))).build(), 30, 20, List.of());

        Advice advice = only(Adviser.on(squares(NAVY), result, Circumstances.usual()));

        assertThat(advice.finding().code()).isEqualTo("TOO_DENSE");
        assertThat(advice.finding().message()).contains("20 times");
        assertThat(advice.finding().xMm()).isEqualTo(30.5);
        assertThat(advice.finding().yMm()).isEqualTo(20.5);
    }

    @Test
    void aThreadThatHardlyShowsOnTheClothIsReplacedByOneThatDoes() {
        Request request = squares(NAVY, 0xd3202c);

        Advice advice = only(on(request, 0x1d2a44, 15));

        assertThat(advice.finding().code()).isEqualTo("LOW_CONTRAST");
        assertThat(advice.finding().message()).contains("1706 Navy");
        assertThat(advice.finding().xMm()).isBetween(-1.0, 9.0);
        assertThat(on(fixed(advice, request), 0x1d2a44, 15)).isEmpty();
    }

    /** By measure alone, navy on navy would become black or brown. */
    @ParameterizedTest
    @CsvSource({
        "1a2850, 1d2a44, 'navy on navy: a lighter blue'",
        "d3202c, c8102e, 'red on red'",
        "0b5d2e, 14532d, 'green on green'",
        "f0d000, ffe24a, 'yellow on yellow'",
        "6b2fa0, 5b2a86, 'purple on purple'"
    })
    void theSubstituteKeepsItsHueAndLeavesTheClothsLightness(String drawn, String cloth, String name) {
        int rgb = Integer.parseInt(drawn, 16);
        Lab ground = Lab.ofRgb(Integer.parseInt(cloth, 16));
        Request request = squares(rgb);

        Advice advice = only(on(request, Integer.parseInt(cloth, 16), 15));
        List<ThreadColor> after =
                fixed(advice, request).digitize(Progress.NONE).pattern().threads();

        Lab wanted = Lab.ofRgb(rgb);
        assertThat(after).singleElement().satisfies(thread -> {
            Lab lab = Lab.ofRgb(thread.rgb());
            double hues = Math.abs(hue(lab) - hue(wanted));
            assertThat(Math.min(hues, 360 - hues)).as(name + ": " + thread).isLessThan(40);
            assertThat(Math.abs(lab.lightness() - ground.lightness()))
                    .as(name + ": " + thread)
                    .isGreaterThan(15);
            assertThat(Adviser.findings(List.of(advice)).get(0).message()).contains(thread.name() + " instead");
        });
    }

    private static double hue(Lab lab) {
        return Math.toDegrees(Math.atan2(lab.b(), lab.a()));
    }

    /** Two threads that hardly show are so alike that one cannot be kept while the other goes. */
    @Test
    void aSubstituteLeavesTheOtherThreadsWhereTheyAreOrNamesThem() {
        Lab cloth = Lab.ofRgb(0x1d2a44);
        int[] dark = Palettes.STITCHERY_40.threads().stream()
                .mapToInt(ThreadColor::rgb)
                .filter(rgb -> Ciede2000.difference(cloth, Lab.ofRgb(rgb)) < ThreadAdvice.HARDLY)
                .toArray();
        assertThat(dark).hasSizeGreaterThan(1);
        Request request = squares(dark[0], dark[1], 0xd3202c);
        List<ThreadColor> before = request.digitize(Progress.NONE).pattern().threads();

        List<Advice> advice = on(request, 0x1d2a44, 15);
        Fix fix = Objects.requireNonNull(advice.get(0).fix());
        List<ThreadColor> after =
                fix.apply(request).digitize(Progress.NONE).pattern().threads();

        assertThat(before).hasSize(3);
        assertThat(advice).hasSize(2);
        assertThat(after).contains(before.get(2)).doesNotContain(before.get(0));
        if (!after.contains(before.get(1))) {
            assertThat(fix.words()).contains(before.get(1).name() + " with ");
        }
        assertThat(after)
                .allSatisfy(thread -> assertThat(fix.words())
                        .satisfiesAnyOf(
                                words -> assertThat(words).contains(thread.name()),
                                words -> assertThat(before).contains(thread)));
    }

    @Test
    void whereNoThreadShowsThereIsNothingToAccept() {
        ThreadColor navy = Palettes.STITCHERY_40.nearest(NAVY);
        Request request = squares(NAVY)
                .with(new DigitizeSettings("test", FabricRecipes.standard(), List.of(navy), Hoops.standard()));

        assertThat(only(on(request, 0x1d2a44, 15)).fix()).isNull();
    }

    @Test
    void tooManyThreadsBecomeAsManyAsThereAreNeedles() {
        Request request = squares(0xd3202c, 0xef3a33, NAVY, 0x1d3b7d);

        Advice advice = only(on(request, null, 2));
        Digitized after = fixed(advice, request).digitize(Progress.NONE);

        assertThat(advice.finding().code()).isEqualTo("TOO_MANY_COLORS");
        assertThat(after.pattern().threads().stream().distinct()).hasSize(2);
    }

    /** Of red and blue each keeps one. */
    @Test
    void coloursAreGivenUpForTheirLikes() {
        Request request = squares(0xd3202c, 0xef3a33, NAVY, 0x1d3b7d);

        Digitized after = fixed(only(on(request, null, 2)), request).digitize(Progress.NONE);

        assertThat(after.pattern().threads()).extracting(ThreadColor::rgb).anyMatch(rgb -> (rgb >> 16) > 0x90);
        assertThat(after.pattern().threads()).extracting(ThreadColor::rgb).anyMatch(rgb -> (rgb >> 16) < 0x40);
    }

    @Test
    void smallTextGrowsToWhatItsFaceNeeds() {
        Request request = new Request.OfText(Lettering.of("Anna").height(3), NAVY, settings(Hoops.standard()));

        Advice advice = only(on(request, null, 15));

        assertThat(advice.finding().code()).isEqualTo("TEXT_TOO_SMALL");
        assertThat(on(fixed(advice, request), null, 15)).isEmpty();
    }

    @Test
    void thinLinesGrowToSatin() {
        ArtworkShape line = new ArtworkShape(
                "line",
                List.of(new Contour(new double[] {0, 0, 30, 0}, false)),
                null,
                new Stroke(NAVY, 1, 0.3, Cap.ROUND, Join.ROUND, 4),
                List.of());
        Request request =
                new Request.OfDrawing(new Artwork(30, 10, List.of(line), List.of()), settings(Hoops.standard()));

        Advice advice = only(on(request, null, 15));

        assertThat(advice.finding().code()).isEqualTo("LINE_TOO_THIN");
        assertThat(advice.finding().element()).isEqualTo("line");
        assertThat(on(fixed(advice, request), null, 15)).isEmpty();
    }

    @Test
    void aDesignThatIsTooLargeGetsALargerHoop() {
        Request request = new Request.OfText(
                Lettering.of("ANNA").height(40), NAVY, settings(Hoops.all().get(1)));

        Advice advice = only(on(request, null, 15));
        Request fixed = fixed(advice, request);

        assertThat(advice.finding().code()).isEqualTo("HOOP_TOO_SMALL");
        assertThat(fixed.digitize(Progress.NONE).findings())
                .extracting(Finding::code)
                .doesNotContain("OUTSIDE_HOOP");
    }

    @Test
    void findingsTellTheFixInWords() {
        List<Finding> told = Adviser.findings(on(squares(NAVY), 0x1d2a44, 15));

        assertThat(told)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("instead."));
    }
}
