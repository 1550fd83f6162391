package org.stitchery.digitizer.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a browser would show and we do not sew has its finding. */
class NothingIsSilentTest {

    private static final String RECT = "<rect width='9' height='9'/>";

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<text y='9'>Hello</text> | W_FONT_SUBSTITUTED text[1]",
                "<text y='9'>\u4f60\u597d</text> | W_LETTERS_MISSING text[1]",
                "<clipPath id='c'><text>Hello</text></clipPath><g clip-path='url(#c)'>" + RECT
                        + "</g> | W_TEXT_NOT_SEWN text[1]",
                "<text id='t'><textPath href='#p'>Hello</textPath></text> | W_DANGLING_REF textPath[1]",
                "<text id='t'><textPath href='#t'>Hello</textPath></text> | W_UNSUPPORTED_ELEMENT textPath[1]",
                "<text><tref href='#t'/></text> | W_UNSUPPORTED_ELEMENT tref[1]",
                "<image href='data:image/png;base64,AAAA'/> | W_EMBEDDED_IMAGE image[1]",
                "<image href='photo.png'/> | W_EXTERNAL_REF image[1]",
                "<foreignObject width='9' height='9'/> | W_UNSUPPORTED_ELEMENT foreignObject[1]",
                "<video/> | W_UNSUPPORTED_ELEMENT video[1]",
                "<filter id='f'/><rect id='r' width='9' height='9' filter='url(#f)'/> | W_UNSUPPORTED_ELEMENT #r",
                "<rect id='r' width='9' height='9' style='mix-blend-mode:multiply'/> | W_UNSUPPORTED_ELEMENT #r",
                "<rect id='r' width='9' height='9' clip-path='circle(5px)'/> | W_UNSUPPORTED_ELEMENT #r",
                "<script>x</script> | W_ACTIVE_CONTENT script[1]",
                "<rect id='r' onclick='x' width='9' height='9'/> | W_ACTIVE_CONTENT #r",
                "<rect width='9' height='9'><animate attributeName='x'/></rect> | W_ANIMATION animate[1]",
                "<style>@import 'x.css';</style> | W_EXTERNAL_REF",
            })
    void whatIsNotSewnIsNamed(String body, String finding) {
        assertThat(Svg.findings(Svg.read(RECT + body))).contains(finding);
    }

    @Test
    void whatIsHarmlessIsNotMentioned() {
        assertThat(Svg.findings(Svg.read("<title>x</title><desc>y</desc><metadata><a xmlns='urn:x'/></metadata>"
                        + "<defs><text>never drawn</text></defs><text> </text><text display='none'>hidden</text>"
                        + "<sodipodi:namedview xmlns:sodipodi='http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd'/>"
                        + "<a href='https://example.org/'>" + RECT + "</a>")))
                .isEmpty();
    }

    @Test
    void elementsAreNamedByIdOrByKindAndNumber() {
        assertThat(Svg.read("<rect id='a' width='9' height='9'/><g>" + RECT + "</g>" + RECT)
                        .shapes())
                .extracting("element")
                .containsExactly("#a", "rect[2]", "rect[3]");
    }

    @Test
    void findingsTellWhereOnThePage() {
        byte[] svg = Svg.bytes(
                "width='100mm' height='100mm' viewBox='0 0 100 100'",
                "<rect width='50' height='50'/><g transform='translate(10 0)'><foreignObject x='20' y='40'/></g>"
                        + "<circle cx='70' cy='80' r='5' opacity='.01'/>");
        var findings = SvgIntake.read(svg, IntakeSettings.toWidth(100)).findings();
        assertThat(findings).extracting("xMm").containsExactly(60.0, 140.0);
        assertThat(findings).extracting("yMm").containsExactly(80.0, 160.0);
    }

    @Test
    void manyFindingsOfOneKindAreCounted() {
        var findings = Svg.read(RECT + "<foreignObject/>".repeat(150)).findings();
        assertThat(findings).hasSize(101);
        assertThat(findings.get(100).message()).contains("50 more");
    }

    @Test
    void aDrawingOfNothingButStrangeLettersIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> Svg.read("<text>\u4f60\u597d</text>"))
                .hasMessageContaining("converted to paths")
                .extracting("code")
                .isEqualTo(RefusalCode.E_NO_STITCHABLE);
    }
}
