package org.stitchery.embroidery.format.brother;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.WriteResult;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/** Brother's machines know no stop but the same colour again, so a change to the same colour becomes one. */
class ChangeToTheSameThreadTest {

    private static final ThreadColor RED = ThreadColor.ofRgb(0xED171F);
    private static final ThreadColor BLUE = ThreadColor.ofRgb(0x0E1F7C);

    static List<EmbroideryFormat> formats() {
        return List.of(PecFormat.PEC, PesFormat.PES);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void isReadAsAStopAndTold(EmbroideryFormat format) throws Exception {
        WriteResult written = format.writer().orElseThrow().write(twoBlocks(RED, RED));
        StitchPattern read =
                format.reader().orElseThrow().read(written.file().bytes()).pattern();

        assertThat(written.findings()).extracting(Finding::code).contains("CHANGES_READ_AS_STOPS");
        assertThat(read.count(StitchCommand.STOP)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void isNotToldWhereTheThreadDiffers(EmbroideryFormat format) {
        assertThat(format.writer().orElseThrow().write(twoBlocks(RED, BLUE)).findings())
                .extracting(Finding::code)
                .doesNotContain("CHANGES_READ_AS_STOPS");
    }

    private static StitchPattern twoBlocks(ThreadColor first, ThreadColor second) {
        return StitchPattern.builder("two")
                .stitchTo(10, 0)
                .colorChange()
                .stitchTo(20, 0)
                .threads(List.of(first, second))
                .build();
    }
}
