package org.stitchery.digitizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.digitizer.svg.IntakeSettings;
import org.stitchery.digitizer.svg.SvgIntake;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/** What an annotated file asks for is what is sewn, within limits, and what is not is told. */
class HintsAreFollowedTest {

    private static final String SQUARE = "<rect x='20' y='20' width='30' height='30' fill='red' HINTS/>";
    private static final String BAR = "<path d='M20 30H60' fill='none' stroke='red' stroke-width='4' HINTS/>";

    @ParameterizedTest
    @CsvSource({"0", "30", "45", "72", "90", "120", "-20"})
    void rowsRunAtTheAngleAskedFor(double degrees) {
        StitchPattern pattern = sewn(SQUARE, "angle='" + degrees + "'").pattern();

        double along = 0;
        double all = 0;
        for (int i = 1; i < pattern.size(); i++) {
            double dx = pattern.x(i) - pattern.x(i - 1);
            double dy = pattern.y(i) - pattern.y(i - 1);
            double length = Math.hypot(dx, dy);
            if (pattern.command(i) == StitchCommand.STITCH && length > 25) {
                double off = Math.toDegrees(Math.atan2(-dy, dx)) - degrees;
                off -= 180 * Math.rint(off / 180);
                all += length;
                along += Math.abs(off) < 4 ? length : 0;
            }
        }
        // Underlay rows run across.
        assertThat(along / all).isGreaterThan(0.6);
    }

    @Test
    void rowSpacingAndStitchLengthOfAFillAreTheFiles() {
        double usual = threadMm(sewn(SQUARE, "angle='0' inkstitch:fill_underlay='False'"));
        double open =
                threadMm(sewn(SQUARE, "angle='0' inkstitch:fill_underlay='False' inkstitch:row_spacing_mm='0.72'"));
        double shorter =
                meanMm(sewn(SQUARE, "angle='0' inkstitch:fill_underlay='False' inkstitch:max_stitch_length_mm='2'"));

        assertThat(open / usual).isBetween(0.42, 0.55);
        assertThat(shorter).isBetween(1.6, 2.05);
    }

    @Test
    void aFillAskedForInContoursWindsAroundItsMiddle() {
        String oval = "<ellipse cx='40' cy='40' rx='15' ry='12' fill='red' HINTS/>";
        StitchPattern rows = sewn(oval, "fill_underlay='False'").pattern();
        StitchPattern wound = sewn(oval, "fill_method='contour_fill' inkstitch:fill_underlay='False'")
                .pattern();

        assertThat(turnsAround(rows)).isLessThan(3);
        assertThat(turnsAround(wound)).isBetween(35.0, 50.0);
    }

    @Test
    void contoursInAShapeThatIsNotRoundBecomeRows() {
        StitchPattern bar = sewn(
                        "<rect x='10' y='10' width='60' height='12' fill='red' HINTS/>", "fill_method='contour_fill'")
                .pattern();

        assertThat(turnsAround(bar)).isLessThan(3);
    }

    /** How often the thread goes around the middle of the pattern. */
    private static double turnsAround(StitchPattern pattern) {
        double turned = 0;
        for (int i = 1; i < pattern.size(); i++) {
            if (pattern.command(i) == StitchCommand.STITCH) {
                double cross = (double) pattern.x(i - 1) * pattern.y(i) - (double) pattern.y(i - 1) * pattern.x(i);
                double dot = (double) pattern.x(i - 1) * pattern.x(i) + (double) pattern.y(i - 1) * pattern.y(i);
                turned += Math.atan2(cross, dot);
            }
        }
        return Math.abs(turned) / (2 * Math.PI);
    }

    @Test
    void closerRowsThanThreadIsThickAreLimitedAndTold() {
        Digitized digitized = sewn(SQUARE, "row_spacing_mm='0.12'");

        assertThat(codes(digitized)).contains("W_HINT_LIMITED");
        assertThat(threadMm(digitized)).isLessThan(900 / 0.25 * 1.6);
    }

    @Test
    void underlayIsLeftOutWhereTheFileSaysSo() {
        double with = threadMm(sewn(SQUARE, "fill_underlay='True'"));
        double without = threadMm(sewn(SQUARE, "fill_underlay='False'"));

        assertThat(with).isGreaterThan(without + 900 / 1.2);
    }

    @Test
    void pullCompensationOfTheFileWidensColumns() {
        StitchPattern wide = sewn(BAR, "pull_compensation_mm='0.4'").pattern();
        StitchPattern plain = sewn(BAR, "pull_compensation_mm='0'").pattern();

        assertThat(wide.extents().heightMm()).isBetween(4.7, 4.9);
        assertThat(plain.extents().heightMm()).isBetween(3.9, 4.1);
    }

    @Test
    void aThickLineMayBeARunningStitchOfTheLengthAskedFor() {
        Digitized run = sewn(BAR, "stroke_method='running_stitch' inkstitch:running_stitch_length_mm='3'");

        assertThat(run.pattern().extents().heightMm()).isLessThan(0.5);
        assertThat(meanMm(run)).isBetween(2.2, 3.05);
    }

    @Test
    void aWideLineMayBeSatin() {
        String wide = BAR.replace("width='4'", "width='9'");

        StitchPattern rows = sewn(wide, "").pattern();
        StitchPattern satin = sewn(wide, "stroke_method='zigzag_stitch'").pattern();

        assertThat(shareAcross(satin)).isGreaterThan(0.8);
        assertThat(shareAcross(rows)).isLessThan(0.4);
        assertThat(longestMm(satin)).isLessThanOrEqualTo(7);
    }

    @Test
    void theThreadIsCutWhereTheFileSaysSo() {
        String two = BAR + "<path d='M61 30H70' fill='none' stroke='red' stroke-width='4'/>";

        assertThat(sewn(two, "angle='0'").pattern().count(StitchCommand.TRIM)).isEqualTo(1);
        assertThat(sewn(two.replace("M61", "M64"), "trim_after='True'")
                        .pattern()
                        .count(StitchCommand.TRIM))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "fill_method='meander_fill'",
        "fill_method='guided_fill'",
        "stroke_method='ripple_stitch'",
        "stop_after='True'"
    })
    void whatIsNotFollowedIsTold(String hint) {
        assertThat(codes(sewn(SQUARE, hint))).contains("W_HINT_NOT_FOLLOWED");
    }

    @Test
    void aFileWithoutWishesHasNoSuchFindings() {
        assertThat(codes(sewn(SQUARE, ""))).noneMatch(code -> code.startsWith("W_HINT"));
    }

    /** Two halves of one colour, sewn differently, stay two. */
    @Test
    void touchingFillsOfOneColourKeepTheirOwnAngles() {
        String halves = "<rect x='20' y='20' width='20' height='30' fill='red' HINTS/>"
                + "<rect x='40' y='20' width='20' height='30' fill='red' xmlns:inkstitch='http://inkstitch.org/namespace'"
                + " inkstitch:angle='90' inkstitch:fill_underlay='False'/>";

        StitchPattern pattern =
                sewn(halves, "angle='0' inkstitch:fill_underlay='False'").pattern();

        double level = 0;
        double upright = 0;
        for (int i = 1; i < pattern.size(); i++) {
            if (pattern.command(i) == StitchCommand.STITCH) {
                double dx = Math.abs(pattern.x(i) - pattern.x(i - 1));
                double dy = Math.abs(pattern.y(i) - pattern.y(i - 1));
                level += dx > 25 && dy < 4 ? dx : 0;
                upright += dy > 25 && dx < 4 ? dy : 0;
            }
        }
        assertThat(level).isGreaterThan(10000);
        assertThat(upright).isGreaterThan(10000);
    }

    private static Digitized sewn(String body, String hints) {
        String noted = hints.isEmpty() ? "" : "xmlns:inkstitch='http://inkstitch.org/namespace' inkstitch:" + hints;
        String svg = "<svg xmlns='http://www.w3.org/2000/svg' width='100mm' height='100mm' viewBox='0 0 100 100'>"
                + body.replace("HINTS", noted) + "</svg>";
        DigitizeSettings settings = new DigitizeSettings(
                "test", FabricRecipes.standard(), List.of(ThreadColor.ofRgb(0xFF0000)), Hoops.standard());
        return new Digitizer()
                .digitize(
                        SvgIntake.read(svg.getBytes(StandardCharsets.UTF_8), IntakeSettings.asDrawn()),
                        settings,
                        Progress.NONE);
    }

    private static List<String> codes(Digitized digitized) {
        return digitized.findings().stream().map(finding -> finding.code()).toList();
    }

    private static List<Double> lengths(StitchPattern pattern) {
        List<Double> lengths = new ArrayList<>();
        for (int i = 1; i < pattern.size(); i++) {
            if (pattern.command(i) == StitchCommand.STITCH) {
                lengths.add(Math.hypot(pattern.x(i) - pattern.x(i - 1), pattern.y(i) - pattern.y(i - 1)) / 10);
            }
        }
        return lengths;
    }

    private static double threadMm(Digitized digitized) {
        return lengths(digitized.pattern()).stream().mapToDouble(mm -> mm).sum();
    }

    private static double meanMm(Digitized digitized) {
        return lengths(digitized.pattern()).stream()
                .mapToDouble(mm -> mm)
                .average()
                .orElseThrow();
    }

    private static double longestMm(StitchPattern pattern) {
        return lengths(pattern).stream().mapToDouble(mm -> mm).max().orElseThrow();
    }

    /** Of all thread the share that runs upright. */
    private static double shareAcross(StitchPattern pattern) {
        double across = 0;
        double all = 0;
        for (int i = 1; i < pattern.size(); i++) {
            if (pattern.command(i) == StitchCommand.STITCH) {
                double dx = pattern.x(i) - pattern.x(i - 1);
                double dy = pattern.y(i) - pattern.y(i - 1);
                all += Math.hypot(dx, dy);
                across += Math.abs(dy) > 4 * Math.abs(dx) ? Math.hypot(dx, dy) : 0;
            }
        }
        return across / all;
    }
}
