package org.stitchery.digitizer.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stitchery.digitizer.DigitizeSettings;
import org.stitchery.digitizer.Digitized;
import org.stitchery.digitizer.Digitizer;
import org.stitchery.digitizer.Progress;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.digitizer.svg.IntakeSettings;
import org.stitchery.digitizer.svg.SvgIntake;
import org.stitchery.embroidery.thread.Palettes;

/** Whatever geometry comes, what is seen of it is sewn or named. */
class NothingIsDroppedTest {

    static Stream<Arguments> nastyDrawings() {
        String hairlines = IntStream.range(0, 60)
                .mapToObj(i -> "<path id='h" + i + "' d='M5," + (5 + i) + "h50' stroke='#000' stroke-width='.03'/>")
                .collect(Collectors.joining());
        String dots = IntStream.range(0, 1000)
                .mapToObj(i -> String.format(
                        Locale.ROOT, "<circle cx='%d' cy='%d' r='.06'/>", 5 + 2 * (i % 40), 5 + 3 * (i / 40)))
                .collect(Collectors.joining());
        String slivers = IntStream.range(0, 20)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "<rect x='%d' y='5' width='3.95' height='60' fill='#c00'/>"
                                + "<rect x='%.2f' y='5' width='.05' height='60' fill='%s'/>",
                        5 + 4 * i,
                        8.95 + 4 * i,
                        i % 2 == 0 ? "#c00" : "#00c"))
                .collect(Collectors.joining());
        return Stream.of(
                Arguments.of("a bow tie", "<path d='M10,10L60,60L60,10L10,60z'/>"),
                Arguments.of("a ring drawn twice", "<path d='M10,10h40v40h-40zM10,10h40v40h-40z'/>"),
                Arguments.of(
                        "a comb that touches itself", "<path d='M10,10h50v20h-10v-20h-10v20h-10v-20h-10v20h-10z'/>"),
                Arguments.of("a star that winds about itself", "<path d='M40,5L60,70L5,30H75L20,70z'/>"),
                Arguments.of("a contour there and back", "<path d='M10,10h50v30h-50zM10,20h50h-50'/>"),
                Arguments.of("a spike", "<path d='M10,40L80,39.8L80,40.2z'/>"),
                Arguments.of(
                        "a line over itself", "<path d='M10,10h60h-30' stroke='#000' stroke-width='3' fill='none'/>"),
                Arguments.of("slivers between neighbours", slivers),
                Arguments.of("hairlines", hairlines),
                Arguments.of("a thousand dots", dots));
    }

    /** What a browser shows lies under thread, or the drawing's findings say that it does not. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("nastyDrawings")
    void nastyGeometryIsSewnOrNamed(String name, String body) {
        Digitized digitized = digitized(body);

        QualityMeter meter = new QualityMeter(read(body), digitized);
        assertThat(meter.sewnOrNamed(meter.drawing()).silent())
                .as("percent bare and unnamed, findings %s", digitized.findings())
                .isLessThan(1);
        assertThat(digitized.findings()).hasSizeLessThan(30);
    }

    @Test
    void aSliverBesideAShapeOfItsColourIsSewnWithIt() {
        Digitized digitized = digitized("<rect x='10' y='10' width='20' height='20' fill='#c00'/>"
                + "<rect x='30' y='10' width='.08' height='20' fill='#c00'/>");

        assertThat(digitized.findings()).isEmpty();
        assertThat(digitized.pattern().threads()).hasSize(1);
    }

    private static Digitized digitized(String body) {
        DigitizeSettings settings = new DigitizeSettings(
                "nasty", FabricRecipes.standard(), Palettes.STITCHERY_40.threads(), Hoops.standard());
        return new Digitizer().digitize(read(body), settings, Progress.NONE);
    }

    private static Artwork read(String body) {
        String svg = "<svg xmlns='http://www.w3.org/2000/svg' width='100mm' height='100mm' viewBox='0 0 100 100'>"
                + body + "</svg>";
        return SvgIntake.read(svg.getBytes(StandardCharsets.UTF_8), IntakeSettings.asDrawn());
    }
}
