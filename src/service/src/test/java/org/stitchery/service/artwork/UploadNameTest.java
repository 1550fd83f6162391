package org.stitchery.service.artwork;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/cron.d/bee.svg",
                "..\\..\\windows\\bee.svg",
                "/etc/bee.svg",
                "C:\\Users\\ann\\bee.svg",
                "  bee.svg  ",
                "be\u0000e.svg",
                "be\r\ne.svg",
                "\u202Ebee.svg\u202C",
                "\u001b]0;bee\u0007/bee.svg"
            })
    void whateverSurroundsANameOnlyTheNameIsLeft(String sent) {
        assertThat(UploadName.shown(sent)).isEqualTo("bee.svg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "/", "\\", "a/..", "\u202E\u200B", "\u0000"})
    void whatIsNoNameGetsOne(String sent) {
        assertThat(UploadName.shown(sent)).isEqualTo("drawing.svg");
        assertThat(UploadName.title(sent)).isEqualTo("drawing");
    }

    @Test
    void noNameGetsOneToo() {
        assertThat(UploadName.shown(null)).isEqualTo("drawing.svg");
    }

    @Test
    void longNamesAreCutBetweenCharacters() {
        String needles = "🧵".repeat(5000) + ".svg";

        assertThat(UploadName.shown(needles)).isEqualTo("🧵".repeat(150));
        assertThat(UploadName.title(needles)).isEqualTo("🧵".repeat(80));
    }

    @ParameterizedTest
    @CsvSource({
        "my_logo-final.svg, my logo final",
        "Bär & Söhne.SVGZ, Bär & Söhne",
        "<b>bold</b>.svg, b>",
        "___.svg, Drawing"
    })
    void titlesAreReadable(String name, String title) {
        assertThat(UploadName.title(name)).isEqualTo(title);
    }

    @Test
    void aSavedFileKeepsItsNameWhateverIsInIt() {
        assertThat(ContentDisposition.attachment("Bär \"&\" 🧵;x=.svg"))
                .isEqualTo("attachment; filename=\"B_r_______x_.svg\";"
                        + " filename*=UTF-8''B%C3%A4r%20%22%26%22%20%F0%9F%A7%B5%3Bx%3D.svg");
    }
}
