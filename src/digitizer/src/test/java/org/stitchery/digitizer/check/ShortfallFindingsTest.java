package org.stitchery.digitizer.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.model.Finding;

class ShortfallFindingsTest {

    private static Shortfall of(String element, double seenMm2, double missingMm2) {
        return new Shortfall(element, seenMm2, missingMm2, 12, 34);
    }

    @Test
    void clothAlongManyFineEdgesIsToldInSumWithTheElementThatHasMostOfIt() {
        List<Finding> findings = ShortfallFindings.of(
                List.of(of("#leaf", 100, 0), of("#veins", 100, 0)),
                List.of(of("#leaf", 100, 0.5), of("#veins", 100, 2.5)));

        assertThat(findings).singleElement().satisfies(told -> {
            assertThat(told.code()).isEqualTo("EDGES_NOT_COVERED");
            assertThat(told.element()).isEqualTo("#veins");
            assertThat(told.message()).contains("3.00 mm²", "1.5 %");
        });
    }

    @Test
    void whatHasBeenToldAlreadyIsNotToldAgain() {
        List<Finding> findings = ShortfallFindings.of(
                List.of(of("#leaf", 100, 0), of("#veins", 100, 3)),
                List.of(of("#leaf", 100, 0.2), of("#veins", 100, 3)));

        assertThat(findings).extracting(Finding::code).containsExactly("PARTLY_SEWN");
    }

    @Test
    void theRoughnessOfAnyEmbroiderysEdgeIsNotWorthAWord() {
        assertThat(ShortfallFindings.of(List.of(of("#leaf", 100, 0)), List.of(of("#leaf", 100, 0.7))))
                .isEmpty();
    }
}
