package org.stitchery.digitizer.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.stitchery.digitizer.artwork.Artwork;

class ReferenceTest {

    @Test
    void aUseDrawsItsTargetMovedAndInItsOwnStyle() {
        Artwork artwork = Svg.read("<defs><rect id='r' width='5' height='5'/></defs>"
                + "<use xlink:href='#r' x='10' y='20' fill='red'/><use href='#r' transform='scale(2)' fill='lime'/>");
        assertThat(Svg.fills(artwork)).isEqualTo("#ff0000 #00ff00");
        assertThat(Svg.box(artwork.shapes().get(0))).isEqualTo("10 20 5 5");
        assertThat(Svg.box(artwork.shapes().get(1))).isEqualTo("0 0 10 10");
        assertThat(artwork.shapes()).extracting("element").containsExactly("#r", "#r");
    }

    @Test
    void aSymbolIsFittedIntoTheSizeTheUseGives() {
        assertThat(Svg.box(Svg.only("<symbol id='s' viewBox='0 0 10 10'><rect width='10' height='10'/></symbol>"
                        + "<use href='#s' x='5' y='5' width='20' height='40'/>")))
                .isEqualTo("5 15 20 20");
    }

    @Test
    void aSymbolByItselfIsNotDrawn() {
        assertThat(Svg.read("<symbol><rect width='9' height='9'/></symbol><rect width='1' height='1'/>")
                        .shapes())
                .hasSize(1);
    }

    @Test
    void copiesWithinCopiesAreCountedAndLimited() {
        StringBuilder body = new StringBuilder("<defs><rect id='u0' width='1' height='1'/>");
        for (int level = 1; level <= 5; level++) {
            body.append("<g id='u").append(level).append("'>");
            body.append(("<use href='#u" + (level - 1) + "'/>").repeat(10)).append("</g>");
        }
        assertThat(Svg.read(body + "</defs><use href='#u3'/>").shapes()).hasSize(1_000);
        assertThatThrownBy(() -> Svg.read(body + "</defs><use href='#u5'/>"))
                .extracting("code")
                .isEqualTo(RefusalCode.E_USE_LIMIT);
    }

    @Test
    void aCircleOfReferencesIsRefusedAndOneThatIsNotDrawnDoesNoHarm() {
        assertThatThrownBy(() -> Svg.read("<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>"))
                .extracting("code")
                .isEqualTo(RefusalCode.E_REF_CYCLE);
        assertThat(Svg.read("<defs><g id='a'><use href='#a'/></g></defs><rect width='1' height='1'/>")
                        .shapes())
                .hasSize(1);
    }

    @Test
    void theFirstOfSeveralIdsCounts() {
        Artwork artwork = Svg.read("<defs><rect id='x' width='1' height='1'/><rect id='x' width='2' height='2'/></defs>"
                + "<use href='#x'/>");
        assertThat(Svg.box(artwork.shapes().get(0))).isEqualTo("0 0 1 1");
        assertThat(Svg.findings(artwork)).containsExactly("W_DUPLICATE_ID #x");
    }

    @Test
    void aReferenceToNothingIsTold() {
        assertThat(Svg.findings(Svg.read("<rect width='1' height='1'/><use id='u' href='#nothing'/>")))
                .containsExactly("W_DANGLING_REF #u");
    }

    @Test
    void aSwitchDrawsTheFirstChildThatIsForUs() {
        assertThat(Svg.fills(Svg.read("<switch><foreignObject requiredExtensions='http://ns.adobe.com/x'/>"
                        + "<rect systemLanguage='de' fill='red' width='9' height='9'/>"
                        + "<rect systemLanguage='fr, en-GB' fill='lime' width='9' height='9'/>"
                        + "<rect fill='blue' width='9' height='9'/></switch>")))
                .isEqualTo("#00ff00");
    }
}
