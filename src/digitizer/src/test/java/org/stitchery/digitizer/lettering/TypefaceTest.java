package org.stitchery.digitizer.lettering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stitchery.digitizer.fabric.ThreadWeight;

class TypefaceTest {

    private static final String LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String SIGNS = ".,:;!?'\"-_()[]{}/\\|+=<>*~^&@#$%€£°–—‘’“”„‚…·•¡¿«»×÷§ªº";
    private static final String WESTERN = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿŒœŠšŽžŸ";
    private static final String MORE_SIGNS = "`´¢¥©®™±¹²³½¼¾µ№‐‑ʼ′″‹›♥";
    private static final String NORTH_AND_SOUTH = "ĐđĦħŦŧŊŋĲĳĿŀŉſẞȘșȚțẠạẢảĀāĒēĖėĢģĪīĶķĻļŅņŖŗŪūŲųŴŵŶŷĈĉĜĝĤĥĴĵŜŝŬŭ";
    private static final String CENTRAL = "ĄąĆćČčĎďĘęĚěŁłŃńŇňŐőŘřŚśŤťŮůŰűŹźŻżĞğİı";

    private static final String ALL = LATIN + SIGNS + MORE_SIGNS + WESTERN + CENTRAL + NORTH_AND_SOUTH;

    static List<Typeface> faces() {
        return Typeface.all();
    }

    @Test
    void thereAreTenAndEachHasItsName() {
        assertThat(faces()).hasSize(10).extracting(Typeface::name).doesNotHaveDuplicates();
        assertThat(Typeface.named("SCRIPT")).isPresent();
        assertThat(Typeface.named("comic")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faces")
    void aFaceWritesTheLanguagesOfEurope(Typeface face) {
        assertThat(ALL.codePoints().filter(c -> !face.has(c)).mapToObj(Character::toString))
                .isEmpty();
    }

    /** A wrong point in a skeleton shows as a spike or as a letter that is not there. */
    @ParameterizedTest
    @MethodSource("faces")
    void everyLetterIsDrawnWithinItsLines(Typeface face) {
        ALL.codePoints().forEach(c -> {
            LetterShape shape = LetterDrawing.of(face, c, 20, Warp.NONE).measured(20);
            String letter = face + " " + Character.toString(c);
            assertThat(shape.columns()).as(letter).isNotEmpty();
            assertThat(shape.maxX() - shape.minX()).as(letter).isBetween(0.5, 42.0);
            for (Column column : shape.columns()) {
                for (int i = 0; i < column.rungs().length; i += 2) {
                    assertThat(column.rungs()[i + 1]).as(letter).isBetween(-8.5, 33.0);
                }
                assertThat(column.medianWidth()).as(letter).isBetween(0.3, 9.0);
            }
        });
    }

    @Test
    void whatSatinNeedsDecidesHowSmallLettersCanBe() {
        Typeface block = Typeface.named("block").orElseThrow();
        Typeface roman = Typeface.named("roman").orElseThrow();

        assertThat(block.smallestMm("ANNA", ThreadWeight.W40)).isBetween(5.0, 6.0);
        assertThat(block.smallestMm("anna", ThreadWeight.W40)).isGreaterThan(5.5);
        assertThat(roman.smallestMm("ANNA", ThreadWeight.W40)).isGreaterThan(10);
        assertThat(roman.smallestMm("ANNA", ThreadWeight.W60)).isLessThan(9);
    }
}
