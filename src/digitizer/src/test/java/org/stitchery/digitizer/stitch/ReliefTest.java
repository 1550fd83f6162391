package org.stitchery.digitizer.stitch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReliefTest {

    @Test
    void aCrowdOfStitchesOnOneAnotherIsThinnedAndKeepsItsEnds() {
        Strand.Writer out = new Strand.Writer();
        for (int i = 0; i < 40; i++) {
            out.to(5.1 + 0.7 * (i % 2), 5.4 + 0.1 * (i % 3));
        }
        Strand crowd = out.strands().get(0);
        Strand left = Relief.of(List.of(List.of(crowd))).get(0).get(0);
        assertThat(left.size()).isLessThanOrEqualTo(14);
        assertThat(left.x(0)).isEqualTo(crowd.x(0));
        assertThat(left.y(left.size() - 1)).isEqualTo(crowd.y(crowd.size() - 1));
    }

    /** Rows side by side crowd too when they are short, but each is the only one in its place. */
    @Test
    void aStitchThatCoversSomethingStays() {
        Strand.Writer out = new Strand.Writer();
        for (int row = 0; row < 30; row++) {
            out.to(5.2, 5 + row * 0.4).to(5.8, 5.2 + row * 0.4);
        }
        Strand rows = out.strands().get(0);
        assertThat(Relief.of(List.of(List.of(rows))).get(0).get(0).size()).isEqualTo(rows.size());
    }

    /** Where one column reaches below the next, both together would be a lump. */
    @Test
    void stitchesThatTurnBelowAnotherColumnTurnSooner() {
        Strand lower = column(5, 8.2);
        Strand upper = column(6.6, 9.8);
        List<List<Strand>> relieved = Relief.of(List.of(List.of(lower), List.of(upper)));
        Strand less = relieved.get(0).get(0);
        assertThat(farEnds(lower, 8)).isEqualTo(22);
        assertThat(farEnds(less, 8)).isLessThan(8);
        assertThat(farEnds(less, 6.9)).as("still below the upper one's edge").isGreaterThan(8);
    }

    /** Thread that is all lock holds only as it is. */
    @Test
    void strandsOfFewPointsStayWhole() {
        List<Strand> dots = new ArrayList<>();
        for (int points = 1; points <= 6; points++) {
            Strand.Writer out = new Strand.Writer();
            for (int i = 0; i < points; i++) {
                out.to(5.1 + 0.6 * (i % 2), 5.2 + 0.1 * points);
            }
            dots.addAll(out.strands());
        }
        List<Strand> left = Relief.of(List.of(dots)).get(0);
        assertThat(left).extracting(Strand::size).containsExactly(1, 2, 3, 4, 5, 6);
    }

    private static Strand column(double fromX, double toX) {
        Strand.Writer out = new Strand.Writer();
        for (int i = 0; i < 45; i++) {
            out.to(i % 2 == 0 ? fromX : toX, 5 + 0.12 * i);
        }
        return out.strands().get(0);
    }

    private static int farEnds(Strand strand, double beyondX) {
        int ends = 0;
        for (int i = 0; i < strand.size(); i++) {
            ends += strand.x(i) > beyondX ? 1 : 0;
        }
        return ends;
    }

    @Test
    void whatIsNotCrowdedIsReturnedAsItWas() {
        Strand line = new Strand.Writer()
                .to(0, 0)
                .to(3, 0)
                .to(0, 0)
                .to(3, 0)
                .strands()
                .get(0);
        assertThat(Relief.of(List.of(List.of(line))).get(0).get(0)).isSameAs(line);
    }

    @Test
    void nothingStaysNothing() {
        assertThat(Relief.of(List.of())).isEmpty();
    }
}
