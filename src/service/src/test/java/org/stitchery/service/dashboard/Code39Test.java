package org.stitchery.service.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class Code39Test {

    /** Every character has three wide elements among nine, so 15 modules, and a gap of one between characters. */
    @Test
    void everyCharacterTakesFifteenModulesAndAGap() {
        assertThat(new Code39("").width()).isEqualTo(2 * 16 - 1);
        assertThat(new Code39("A7K2M9QX").width()).isEqualTo(10 * 16 - 1);
    }

    @Test
    void aCodeBeginsAndEndsWithTheStartSign() {
        Code39 code = new Code39("A");
        assertThat(pattern(code).substring(0, 15))
                .isEqualTo(pattern(code).substring(32))
                .isEqualTo("x...x.xxx.xxx.x");
        assertThat(pattern(code).substring(16, 31)).isEqualTo("xxx.x.x...x.xxx");
    }

    @Test
    void whatTheSymbologyCannotHoldIsRefused() {
        assertThatThrownBy(() -> new Code39("a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a'");
        assertThatThrownBy(() -> new Code39("A*B")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String pattern(Code39 code) {
        StringBuilder modules = new StringBuilder(".".repeat(code.width()));
        for (Code39.Bar bar : code.bars()) {
            modules.replace(bar.x(), bar.x() + bar.width(), "x".repeat(bar.width()));
        }
        return modules.toString();
    }
}
