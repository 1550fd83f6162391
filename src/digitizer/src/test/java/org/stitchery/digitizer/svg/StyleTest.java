package org.stitchery.digitizer.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stitchery.digitizer.artwork.Artwork;

class StyleTest {

    private static final String RECT = "<rect width='9' height='9'/>";

    private static String fill(String body) {
        return Svg.fills(Svg.read(body));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "red | #ff0000",
                "RebeccaPurple | #663399",
                "#abc | #aabbcc",
                "#a1b2c3 | #a1b2c3",
                "#a1b2c3ff | #a1b2c3",
                "rgb(1, 2, 3) | #010203",
                "rgb(100%, 50%, 0%) | #ff8000",
                "rgb(1 2 3 / 100%) | #010203",
                "rgb(300, -5, 0) | #ff0000",
                "rgba(1, 2, 3, 1) | #010203",
                "hsl(120, 100%, 25%) | #008000",
                "hsl(0.5turn 100% 50%) | #00ffff",
                "hwb(0 20% 20%) | #cc3333",
                "#f00 icc-color(x, 1, 2) | #ff0000",
                "currentColor | #000000",
                "url(#nowhere) lime | #00ff00",
            })
    void everyColourNotationIsRead(String notation, String hex) {
        assertThat(fill("<rect width='9' height='9' fill='" + notation + "'/>")).isEqualTo(hex);
    }

    @ParameterizedTest
    @ValueSource(strings = {"red;DROP TABLE jobs", "rgb(1,2)", "#12345", "hsl(x)", "notacolour"})
    void aColourThatIsNoneIsInheritedAsIfNotWrittenAndTold(String notation) {
        Artwork artwork = Svg.read("<g fill='lime'><rect width='9' height='9' fill='" + notation + "'/></g>");
        assertThat(Svg.fills(artwork)).isEqualTo("#00ff00");
        assertThat(Svg.findings(artwork)).containsExactly("W_UNSUPPORTED_PAINT rect[1]");
    }

    @ParameterizedTest(name = "{0} wins with {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "rect{fill:red} | #ff0000",
                "*{fill:red} | #ff0000",
                ".a{fill:red} rect{fill:blue} | #ff0000",
                "#r{fill:red} .a{fill:blue} | #ff0000",
                "rect{fill:red} rect{fill:blue} | #0000ff",
                ".a.b{fill:red} .b{fill:blue} | #ff0000",
                "g rect{fill:red} | #ff0000",
                "svg > rect{fill:red} g > rect{fill:blue} | #0000ff",
                "g > g rect{fill:red} rect{fill:blue} | #0000ff",
                "[data-k]{fill:red} | #ff0000",
                "[data-k='some value']{fill:red} | #ff0000",
                "[data-k~=value]{fill:red} | #ff0000",
                "[data-k^=some]{fill:red} | #ff0000",
                "[data-k$=ue]{fill:red} | #ff0000",
                "[data-k*='me v']{fill:red} | #ff0000",
                "circle, rect {fill:red} | #ff0000",
                "rect{fill:red!important} #r{fill:blue} | #ff0000",
                "/* x */ rect /* y */ {/**/fill/**/:red;;} | #ff0000",
                "@media screen{rect{fill:red}} @media print{rect{fill:blue}} | #ff0000",
                ":root rect{fill:red} | #ff0000",
                "rect:hover{fill:red} rect{fill:blue} | #0000ff",
                "svg{--c:red} rect{fill:var(--c)} | #ff0000",
                "rect{fill:var(--unknown, blue)} | #0000ff",
            })
    void theCascadeIsThatOfCss(String css, String hex) {
        assertThat(fill("<style>" + css.replace(">", "&gt;") + "</style><g><rect id='r' class='a b'"
                        + " data-k='some value' fill='#123456' width='9' height='9'/></g>"))
                .isEqualTo(hex);
    }

    @Test
    void aStyleAttributeBeatsTheSheetAndTheSheetBeatsTheAttribute() {
        assertThat(fill("<style>rect{fill:red}</style><rect fill='lime' width='9' height='9'/>"))
                .isEqualTo("#ff0000");
        assertThat(fill("<style>#r{fill:red}</style><rect id='r' style='fill:blue' width='9' height='9'/>"))
                .isEqualTo("#0000ff");
    }

    @Test
    void inheritanceGoesThroughGroupsAndInheritAsksForIt() {
        assertThat(fill("<g fill='red'><g>" + RECT + "</g></g>")).isEqualTo("#ff0000");
        assertThat(fill("<g color='red' fill='currentColor'>" + RECT + "</g>")).isEqualTo("#ff0000");
        assertThat(fill("<g color='red'><rect color='lime' fill='currentColor' width='9' height='9'/></g>"))
                .isEqualTo("#00ff00");
        assertThat(Svg.only("<g opacity='.5'><rect width='9' height='9' opacity='inherit' fill='#000'/></g>")
                        .fill())
                .extracting("rgb")
                .isEqualTo(0xBFBFBF);
    }

    @Test
    void whatIsNotDisplayedOrNotVisibleIsNotDrawn() {
        assertThat(fill("<g display='none'>" + RECT + "</g><g visibility='hidden'>" + RECT
                        + "<rect visibility='visible' fill='red' width='9' height='9'/></g>"))
                .isEqualTo("#ff0000");
    }

    @Test
    void selectorsBeyondTheSimpleOnesAreTold() {
        Artwork artwork = Svg.read("<style>rect:first-child{fill:red}</style>" + RECT);
        assertThat(Svg.fills(artwork)).isEqualTo("#000000");
        assertThat(Svg.findings(artwork)).containsExactly("W_UNSUPPORTED_STYLE");
    }

    @Test
    void tooManyRulesAreRefused() {
        StringBuilder css = new StringBuilder("<style>");
        for (int i = 0; i < 3_000; i++) {
            css.append(".c").append(i).append("{fill:red}");
        }
        assertThatThrownBy(() -> Svg.read(css + "</style>" + RECT))
                .extracting("code")
                .isEqualTo(RefusalCode.E_STYLE_LIMIT);
    }
}
