package org.stitchery.embroidery.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stitchery.embroidery.model.ThreadColor;

class PalettesTest {

    static Stream<ThreadPalette> all() {
        return Palettes.all().stream();
    }

    @ParameterizedTest
    @CsvSource({
        "Stitchery 40, 106",
        "Isacord, 390",
        "Madeira Polyneon, 349",
        "Madeira Rayon, 357",
        "Robison-Anton Polyester, 447",
        "Brother, 64",
        "Janome, 78",
        "Janome SEW, 79",
        "Husqvarna, 29",
        "Husqvarna SHV, 43",
        "Pfaff PCM, 16"
    })
    void everyChartIsWhole(String name, int threads) {
        assertThat(Palettes.byName(name).orElseThrow().threads()).hasSize(threads);
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyThreadHasBrandNumberAndName(ThreadPalette palette) {
        assertThat(palette.threads()).allSatisfy(thread -> {
            assertThat(thread.brand()).isEqualTo(palette.name());
            assertThat(thread.code()).isNotBlank();
            assertThat(thread.name()).isNotBlank();
        });
    }

    @Test
    void numbersAndNamesOfOurOwnChartAreUniqueAndItsShadesTellApart() {
        List<ThreadColor> threads = Palettes.STITCHERY_40.threads();

        assertThat(threads).extracting(ThreadColor::code).doesNotHaveDuplicates();
        assertThat(threads).extracting(ThreadColor::name).doesNotHaveDuplicates();
        for (int i = 0; i < threads.size(); i++) {
            for (int j = 0; j < i; j++) {
                double difference = Ciede2000.difference(
                        Lab.ofRgb(threads.get(i).rgb()),
                        Lab.ofRgb(threads.get(j).rgb()));
                assertThat(difference)
                        .as(threads.get(i) + " and " + threads.get(j))
                        .isGreaterThan(3);
            }
        }
    }

    @Test
    void aChartIsFoundHoweverItsNameIsSpelled() {
        assertThat(Palettes.byName("stitchery-40")).contains(Palettes.STITCHERY_40);
        assertThat(Palettes.byName("BROTHER")).isPresent();
        assertThat(Palettes.byName("Acme")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "000000, Black",
        "ffffff, White",
        "ff0000, Poppy",
        "0000ff, Electric Blue",
        "808080, Grey",
        "ffa500, Apricot",
        "008000, Green",
        "ffc0cb, Pink"
    })
    void theNearestThreadIsTheOneAPersonWouldTake(String rgb, String name) {
        assertThat(Palettes.STITCHERY_40.nearest(Integer.parseInt(rgb, 16)).name())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aChartsOwnColourIsItsOwnNearest(ThreadPalette palette) {
        assertThat(palette.threads())
                .allSatisfy(thread ->
                        assertThat(palette.nearest(thread.rgb()).rgb()).isEqualTo(thread.rgb()));
    }

    /** Muted middle tones are what photographs and heraldry are full of: none is far from a thread. */
    @Test
    void ourOwnChartHasMutedMiddleTones() {
        for (int red = 0x60; red <= 0xC8; red += 8) {
            for (int green = red - 0x28; green <= red + 0x18; green += 8) {
                for (int blue = red - 0x30; blue <= red + 0x28; blue += 8) {
                    int rgb = red << 16 | green << 8 | blue;
                    ThreadColor nearest = Palettes.STITCHERY_40.nearest(rgb);
                    assertThat(Ciede2000.difference(Lab.ofRgb(rgb), Lab.ofRgb(nearest.rgb())))
                            .as(Integer.toHexString(rgb) + " and " + nearest)
                            .isLessThan(11);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"Isacord, 1902, Poinsettia", "Madeira Polyneon, 1800, Black", "Madeira Rayon, 1147, Foxy Red"})
    void threadsAreFoundByTheNumberOnTheirCone(String chart, String code, String name) {
        ThreadPalette palette = Palettes.byName(chart).orElseThrow();

        assertThat(palette.byCode(code))
                .hasValueSatisfying(thread -> assertThat(thread.name()).isEqualTo(name));
    }

    @Test
    void aChartIsNarrowedToTheThreadsOnAMachine() {
        ThreadPalette machine = Palettes.STITCHERY_40.only(List.of("1401", " 1905", "1401"));

        assertThat(machine.threads()).extracting(ThreadColor::code).containsExactly("1401", "1905");
        assertThat(machine.nearest(0x00FF00).code()).isEqualTo("1905");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Palettes.STITCHERY_40.only(List.of("1401", "7")))
                .withMessageContaining("\"7\"");
    }

    @Test
    void aChartWithoutThreadsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThreadPalette("none", List.of()))
                .withMessageContaining("none");
    }
}
