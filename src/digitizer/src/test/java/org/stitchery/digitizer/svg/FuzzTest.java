package org.stitchery.digitizer.svg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stitchery.digitizer.artwork.Artwork;

/** Damaged and shuffled drawings give artwork or a refusal, never anything else; moved ones give the same artwork. */
class FuzzTest {

    private static final List<String> PIECES = List.of(
            "<rect x='1' y='2' width='30' height='20' rx='3' fill='red' stroke='blue' stroke-dasharray='3 1'/>",
            "<path d='M10 10C20 20 40 20 40 40S20 60 10 40Qz' fill='url(#g)' fill-rule='evenodd'/>",
            "<g transform='rotate(20 5 5) skewX(10)' opacity='.5'><circle r='20' cx='50' cy='50'/></g>",
            "<linearGradient id='g' x2='100%'><stop offset='.2' stop-color='#f00'/><stop offset='1'/></linearGradient>",
            "<clipPath id='c'><circle r='30' cx='30' cy='30'/><rect width='9' height='9'/></clipPath>",
            "<g clip-path='url(#c)'><use href='#s' x='5' width='40' height='40'/></g>",
            "<symbol id='s' viewBox='0 0 10 10'><polygon points='0,0 10,0 5,10'/></symbol>",
            "<mask id='m'><rect width='50' height='50' fill='#fff'/></mask>",
            "<polyline mask='url(#m)' points='0 0 10 10 20 0' fill='none' stroke='lime' marker-mid='url(#k)'/>",
            "<marker id='k' markerWidth='4' markerHeight='4' orient='auto'><path d='M0 0l4 2l-4 2z'/></marker>",
            "<style>.a{fill:#0f0!important} g>circle{stroke:#123;stroke-width:2mm}</style>",
            "<pattern id='p' width='.1' height='.1'><rect class='a' width='3' height='3'/></pattern>",
            "<ellipse rx='10' ry='5' cx='70' cy='20' fill='url(#p)' stroke='hsl(20 50% 50%)'/>",
            "<svg x='5' y='5' width='20' height='20' viewBox='0 0 5 5' preserveAspectRatio='xMinYMax slice'>"
                    + "<path d='M0 0a2 2 0 0 1 4 4l1-1h-3v2t3 3' vector-effect='non-scaling-stroke' stroke='#000'/></svg>");

    private static byte[] drawing(List<String> pieces) {
        return Svg.bytes("width='100mm' height='100mm' viewBox='0 0 100 100'", String.join("", pieces));
    }

    /** Any other exception fails the test by itself. */
    private static boolean isRead(byte[] svg) {
        try {
            SvgIntake.read(svg, IntakeSettings.toWidth(80));
            return true;
        } catch (IntakeException e) {
            assertThat(e.getMessage()).doesNotContain("rect").doesNotContain("org.");
            return false;
        }
    }

    @Test
    void damagedBytesGiveArtworkOrARefusal() {
        Random random = new Random(5);
        byte[] whole = drawing(PIECES);
        int read = 0;
        for (int run = 0; run < 150; run++) {
            byte[] damaged = whole.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                int at = random.nextInt(damaged.length);
                damaged[at] =
                        (byte) (random.nextBoolean() ? damaged[at] ^ 1 << random.nextInt(7) : 32 + random.nextInt(95));
            }
            read += isRead(damaged) ? 1 : 0;
        }
        assertThat(read).isBetween(10, 140);
    }

    @Test
    void cutOffBytesAreRefused() {
        byte[] whole = drawing(PIECES);
        for (int length = 0; length < whole.length; length += 41) {
            assertThat(isRead(Arrays.copyOf(whole, length))).isFalse();
        }
    }

    @Test
    void damagedNumbersAndShuffledElementsGiveArtworkOrARefusal() {
        Random random = new Random(9);
        String[] strange = {"1e5", "-1", "0", "1e-300", "99999999", "1e308", ".", "-", "", "50%", "1em", "#c", "none"};
        for (int run = 0; run < 150; run++) {
            List<String> pieces = new ArrayList<>(PIECES);
            Collections.shuffle(pieces, random);
            String all = String.join("", pieces.subList(0, 4 + random.nextInt(pieces.size() - 4)));
            String[] words = all.split("(?=[ ',()])|(?<=[ ',()])");
            for (int i = 0; i < 3; i++) {
                int at = random.nextInt(words.length);
                if (!words[at].isBlank() && Character.isDigit(words[at].charAt(0))) {
                    words[at] = strange[random.nextInt(strange.length)];
                }
            }
            isRead(Svg.bytes("width='100mm' height='100mm' viewBox='0 0 100 100'", String.join("", words)));
        }
    }

    @Test
    void theSameBytesGiveTheSameArtworkEveryTime() {
        Artwork first = SvgIntake.read(drawing(PIECES), IntakeSettings.toWidth(80));
        Artwork second = SvgIntake.read(drawing(PIECES), IntakeSettings.toWidth(80));
        assertThat(Svg.findings(second)).isEqualTo(Svg.findings(first));
        assertThat(shapes(second)).isEqualTo(shapes(first));
    }

    @Test
    void groupsIdsUnitsAndOrderOfDefinitionsDoNotMatter() throws IOException {
        List<String> shapes = List.of(PIECES.get(0), PIECES.get(1), PIECES.get(5));
        List<String> definitions = List.of(PIECES.get(3), PIECES.get(4), PIECES.get(6));
        String body = String.join("", definitions) + String.join("", shapes);
        String expected = shapes(Svg.read(body));
        assertThat(shapes(Svg.read("<g><g>" + body + "</g></g>"))).isEqualTo(expected);
        assertThat(shapes(Svg.read(
                        String.join("", shapes) + definitions.get(2) + definitions.get(1) + definitions.get(0))))
                .isEqualTo(expected);
        assertThat(shapes(Svg.read(body.replace("'#s'", "'#t'").replace("id='s'", "id='t'"))))
                .isEqualTo(expected);
        assertThat(shapes(Svg.read("width='10cm' height='10cm' viewBox='0 0 100 100'", body)))
                .isEqualTo(expected);
        String utf16 = new String(
                Svg.bytes("width='100mm' height='100mm' viewBox='0 0 100 100'", body), StandardCharsets.UTF_8);
        assertThat(shapes(SvgIntake.read(utf16.getBytes(StandardCharsets.UTF_16), IntakeSettings.asDrawn())))
                .isEqualTo(expected);
    }

    private static String shapes(Artwork artwork) {
        StringBuilder out = new StringBuilder();
        artwork.shapes()
                .forEach(s -> out.append(Svg.text(s.contours()))
                        .append(s.fill())
                        .append(s.stroke())
                        .append(s.clips().stream()
                                .map(c -> Svg.text(c.contours()))
                                .toList())
                        .append('\n'));
        return out.toString();
    }
}
