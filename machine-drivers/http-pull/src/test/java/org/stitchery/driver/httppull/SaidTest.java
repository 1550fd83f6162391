package org.stitchery.driver.httppull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaidTest {

    @Test
    void aFlatObjectIsReadAsItsTexts() {
        assertThat(
                        FlatJson.parse(
                                " { \"a\" : \"x\\\"\\u00e9\\n\" , \"n\":-12.5e3,\"t\":true , \"none\":null,\"null\":\"null\"} "))
                .containsOnly(
                        entry("a", "x\"\u00e9\n"), entry("n", "-12.5e3"), entry("t", "true"), entry("null", "null"));
        assertThat(FlatJson.parse("{}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"a\"",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":{}}",
                "{\"a\":[1]}",
                "{\"a\":01}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\n\"}",
                "{\"a\":nul}",
                "{} x",
                "{a:1}",
                "{\"a\":\"\\"
            })
    void anythingElseIsRefusedWithItsPlace(String text) {
        assertThatThrownBy(() -> FlatJson.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at character");
    }
}
