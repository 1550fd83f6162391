package org.stitchery.service.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Formats;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.model.StitchPattern;

class EncodedDesignTest {

    private static final int HEADER = 512;

    @Test
    void theBytesCarryTheLabelAndDecodeToTheSamePenetrations() throws Exception {
        StitchPattern design = TestShop.zigzag(300);

        EncodedDesign encoded = EncodedDesign.dst(design, "ABCD2345");

        StitchPattern read = Formats.read(encoded.content(), "design.dst", ReadOptions.cooked())
                .pattern();
        assertThat(read.name()).isEqualTo("ABCD2345");
        assertThat(TestShop.penetrations(read)).isEqualTo(TestShop.penetrations(design));
        assertThat(encoded.stitches().total()).isEqualTo(300);
        assertThat(encoded.sha256()).matches("[0-9a-f]{64}");
    }

    @Test
    void onlyPenetrationsWhoseWholeRecordHasLeftAreCounted() {
        StitchMap map = EncodedDesign.dst(TestShop.zigzag(300), "ABCD2345").stitches();

        assertThat(map.within(0)).isZero();
        assertThat(map.within(HEADER)).isZero();
        assertThat(map.within(HEADER + 2)).isZero();
        assertThat(map.within(HEADER + 3)).isEqualTo(1);
        assertThat(map.within(HEADER + 5)).isEqualTo(1);
        assertThat(map.within(HEADER + 30)).isEqualTo(10);
        assertThat(map.within(1_000_000)).isEqualTo(300);
    }

    /** A controller's progress is counted in bytes of the file, of which most lines are no stitch. */
    @Test
    void aDesignIsEncodedAsItsMachineWantsItAndItsPenetrationsAreFoundInIt() throws Exception {
        StitchPattern design = TestShop.zigzag(300);

        EncodedDesign encoded = EncodedDesign.of(design, "ABCD2345", List.of("no-such-format", "gcode-grbl", "dst"))
                .orElseThrow();

        StitchPattern read = Formats.read(encoded.content(), "design.nc", ReadOptions.cooked())
                .pattern();
        assertThat(encoded.format()).isEqualTo("gcode-grbl");
        assertThat(TestShop.penetrations(read)).isEqualTo(TestShop.penetrations(design));
        assertThat(encoded.stitches().total()).isEqualTo(300);
        assertThat(encoded.stitches().within(0)).isZero();
        assertThat(encoded.stitches().within(encoded.content().length)).isEqualTo(300);
        assertThat(EncodedDesign.of(design, "ABCD2345", List.of("no-such-format")))
                .isEmpty();
    }

    @Test
    void aMachineGetsItsDialectAndTheNeedlesOfTheWorkOrder() throws Exception {
        StitchPattern design = TestShop.zigzag(300).withNeedles(List.of(7, 3));

        EncodedDesign encoded =
                EncodedDesign.of(design, "ABCD2345", List.of("u01"), "u01-nine").orElseThrow();

        StitchPattern read = Formats.read(encoded.content(), "design.u01", ReadOptions.cooked())
                .pattern();
        assertThat(encoded.format()).isEqualTo("u01");
        assertThat(read.needles()).containsExactly(7, 3);
        assertThat(TestShop.penetrations(read)).isEqualTo(TestShop.penetrations(design));
        assertThat(encoded.stitches().within(encoded.content().length - 1)).isZero();
        assertThat(encoded.stitches().within(encoded.content().length)).isEqualTo(300);
    }

    @Test
    void aDialectOfAFormatThatTheMachineDoesNotTakeIsNotWritten() {
        assertThat(EncodedDesign.of(TestShop.zigzag(3), "ABCD2345", List.of("dst"), "u01-nine"))
                .isEmpty();
    }

    @Test
    void whatHasLeftNeverFallsWithMoreBytes() {
        EncodedDesign encoded = EncodedDesign.dst(TestShop.zigzag(200), "ABCD2345");
        int before = 0;
        for (int bytes = 0; bytes <= encoded.content().length; bytes++) {
            int now = encoded.stitches().within(bytes);
            assertThat(now).isBetween(before, before + 1);
            before = now;
        }
        assertThat(before).isEqualTo(200);
    }

    @Test
    void labelsAreEightUnmistakableCharactersAndDoNotRepeat() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            String label = AttemptLabel.of(new UUID(i, 0x9E3779B97F4A7C15L * (i + 1)));
            assertThat(label).matches("[A-HJ-NP-Z2-9]{8}");
            seen.add(label);
        }
        assertThat(seen).hasSize(10_000);
    }
}
