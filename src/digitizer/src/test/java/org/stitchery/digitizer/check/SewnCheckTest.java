package org.stitchery.digitizer.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.stitchery.digitizer.artwork.SewingHints;
import org.stitchery.digitizer.geometry.Grid;
import org.stitchery.digitizer.geometry.PaintedPiece;
import org.stitchery.digitizer.sequence.Rounded;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;

class SewnCheckTest {

    private static final StitchPattern RUN = StitchPattern.builder("run")
            .stitchTo(0, 0)
            .stitchTo(50, 0)
            .stitchTo(100, 0)
            .build();

    @Test
    void whatLiesUnderThreadIsNotMentioned() {
        assertThat(check(List.of(bar("#a", 0, -0.2, 10, 0.2)))).isEmpty();
    }

    @Test
    void aShapeThatGotNoThreadIsNamedWithAPlaceWithinIt() {
        List<Finding> findings = check(List.of(bar("#a", 0, -0.2, 10, 0.2), bar("#b", 4, 5, 6, 7)));

        assertThat(findings).extracting("code", "element").containsExactly(tuple("NOT_SEWN", "#b"));
        assertThat(findings.get(0).xMm()).isBetween(4.0, 6.0);
        assertThat(findings.get(0).yMm()).isBetween(5.0, 7.0);
        assertThat(findings.get(0).message()).contains("4.0 mm²");
    }

    @Test
    void ofAShapeHalfSewnTheRestIsNamed() {
        List<Finding> findings = check(List.of(bar("#a", 0, -0.3, 20, 0.3)));

        assertThat(findings).extracting("code").containsExactly("PARTLY_SEWN");
        assertThat(findings.get(0).xMm()).isBetween(11.0, 20.0);
    }

    @Test
    void whatOthersHideNeedsNoThread() {
        assertThat(check(List.of(bar("#below", 2, -0.1, 8, 0.1), bar("#a", 0, -0.2, 10, 0.2))))
                .isEmpty();
    }

    /** Thread of another colour over it does not help. */
    @Test
    void threadOfAnotherColourDoesNotCount() {
        List<PaintedPiece> pieces = List.of(bar("#a", 0, -0.2, 5, 0.2), bar("#b", 5, -0.2, 10, 0.2));

        assertThat(SewnCheck.findings(pieces, new int[] {0, 1}, new Rounded(RUN, 0, 0), new int[] {0}, () -> {}))
                .extracting("element")
                .containsExactly("#b");
    }

    @Test
    void manySpecksAreToldTogetherWithCountAndArea() {
        List<PaintedPiece> pieces = IntStream.range(0, 300)
                .mapToObj(i -> bar("#" + i, i % 20, 3 + i / 20, i % 20 + 0.1, 3.1 + i / 20))
                .toList();

        List<Finding> findings = check(pieces);

        assertThat(findings).extracting("code").containsExactly("SMALL_PARTS_NOT_SEWN");
        assertThat(findings.get(0).message()).startsWith("300 small parts").contains("(3.00 mm² in all)");
    }

    private static List<Finding> check(List<PaintedPiece> pieces) {
        return SewnCheck.findings(pieces, new int[pieces.size()], new Rounded(RUN, 0, 0), new int[] {0}, () -> {});
    }

    private static PaintedPiece bar(String element, double left, double top, double right, double bottom) {
        return new PaintedPiece(
                element,
                0,
                Grid.FACTORY.createPolygon(new Coordinate[] {
                    new Coordinate(left, top),
                    new Coordinate(right, top),
                    new Coordinate(right, bottom),
                    new Coordinate(left, bottom),
                    new Coordinate(left, top)
                }),
                null,
                List.of(),
                SewingHints.NONE);
    }
}
