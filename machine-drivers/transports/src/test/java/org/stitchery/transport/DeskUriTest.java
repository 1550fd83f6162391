package org.stitchery.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeskUriTest {

    @Test
    void aNameIsEnough() {
        assertThat(MachineUri.parse("desk:press-3")).isEqualTo(new DeskUri("press-3", "press-3", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "desk:press-3?secret=press-3",
                "desk:A?listen=127.0.0.1:8095&secret=token_1",
                "desk:A?listen=[::1]:0&secret=A"
            })
    void whatIsWrittenIsReadBack(String text) {
        assertThat(MachineUri.parse(text)).hasToString(text);
        assertThat(MachineUri.parse(MachineUri.parse(text).toString())).isEqualTo(MachineUri.parse(text));
    }

    @Test
    void itsPlaceNamesNeitherSecretNorListener() {
        assertThat(MachineUri.parse("desk:A?listen=127.0.0.1:8095&secret=B").place())
                .isEqualTo("desk:A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "desk:",
                "desk:a/b",
                "desk://host/a",
                "desk:..",
                "desk:a?secret=so secret",
                "desk:a?secret=a%20b",
                "desk:a?listen=8095",
                "desk:a?listen=127.0.0.1:99999",
                "desk:a?listen=::1:80",
                "desk:a?token=abc"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> MachineUri.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
