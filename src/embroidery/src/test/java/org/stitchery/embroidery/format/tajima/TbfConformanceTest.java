package org.stitchery.embroidery.format.tajima;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatConformanceTest;
import org.stitchery.embroidery.format.MachineFile;
import org.stitchery.embroidery.model.StitchPattern;

class TbfConformanceTest extends FormatConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return TbfFormat.TBF;
    }

    @Test
    void aJumpToWhereTheFrameStandsIsNotWrittenAsSomeReadersTakeItForACut() {
        StitchPattern standing = StitchPattern.builder("PLACE")
                .jumpTo(5, 5)
                .stitchTo(5, 5)
                .colorChange()
                .jumpTo(5, 5)
                .stitchTo(9, 5)
                .build();
        StitchPattern going = StitchPattern.builder("PLACE")
                .jumpTo(5, 5)
                .stitchTo(5, 5)
                .colorChange()
                .stitchTo(9, 5)
                .build();

        assertThat(written(standing)).isEqualTo(written(going));
    }

    private MachineFile written(StitchPattern design) {
        return format().writer().orElseThrow().write(design).file();
    }
}
