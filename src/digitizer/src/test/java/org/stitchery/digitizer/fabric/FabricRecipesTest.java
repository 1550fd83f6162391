package org.stitchery.digitizer.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FabricRecipesTest {

    static List<FabricRecipe> recipes() {
        return FabricRecipes.all();
    }

    @Test
    void theFabricsAShopMeetsAreThere() {
        assertThat(recipes())
                .extracting(FabricRecipe::name)
                .contains("twill", "pique", "jersey", "fleece", "towel", "denim", "cap", "silk", "leather")
                .doesNotHaveDuplicates();
        assertThat(FabricRecipes.standard().name()).isEqualTo("twill");
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void numbersAreWithinWhatTheTradeUses(FabricRecipe recipe) {
        assertThat(recipe.rowSpacingMm()).isBetween(0.3, 0.45);
        assertThat(recipe.satinSpacingMm()).isBetween(0.3, 0.45);
        assertThat(recipe.fillStitchMm()).isBetween(3.0, 5.0);
        assertThat(recipe.pullCompensationMm()).isBetween(0.0, 0.3);
        assertThat(recipe.needle()).isNotBlank();
        assertThat(recipe.backing()).isNotBlank();
        assertThat(recipe.advice()).endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void longStitchesPullMoreUpToALimit(FabricRecipe recipe) {
        assertThat(recipe.pullCompensationMm(1)).isLessThan(recipe.pullCompensationMm(6));
        assertThat(recipe.pullCompensationMm(FabricRecipe.USUAL_WIDTH_MM))
                .isCloseTo(recipe.pullCompensationMm(), within(1e-9));
        assertThat(recipe.pullCompensationMm(50)).isEqualTo(recipe.mostPullMm());
    }

    @Test
    void pileIsHeldDownAndLeatherIsNot() {
        FabricRecipe towel = FabricRecipes.named("towel").orElseThrow();
        FabricRecipe leather = FabricRecipes.named("leather").orElseThrow();

        assertThat(towel.topping()).contains("film");
        assertThat(towel.underlaySpacingMm())
                .isLessThan(FabricRecipes.standard().underlaySpacingMm());
        assertThat(leather.fillUnderlay()).isEmpty();
        assertThat(leather.edgeRun()).isFalse();
    }

    @Test
    void finerThreadIsSewnDenserWithAFinerNeedle() {
        FabricRecipe twill = FabricRecipes.standard();
        FabricRecipe fine = twill.with(ThreadWeight.W60);

        assertThat(fine.rowSpacingMm()).isLessThan(twill.rowSpacingMm());
        assertThat(fine.needle()).startsWith("65/9");
        assertThat(twill.with(ThreadWeight.W40)).isSameAs(twill);
        assertThat(ThreadWeight.of(75)).contains(ThreadWeight.W75);
        assertThat(ThreadWeight.of(30)).isEmpty();
    }
}
