package org.stitchery.embroidery.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ReadOnlyBufferException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.TestPatterns;
import org.stitchery.embroidery.format.dst.DstFormat;

class FormatsTest {

    @Test
    void idsAreUnique() {
        assertThat(Formats.all()).extracting(EmbroideryFormat::id).doesNotHaveDuplicates();
    }

    @Test
    void anUnknownNameIsNoFormat() {
        assertThat(Formats.byId("docx")).isEmpty();
        assertThat(Formats.byFileName("letter.docx")).isEmpty();
        assertThat(Formats.byFileName("")).isEmpty();
        assertThat(Formats.byFileName("dst")).isEmpty();
        assertThat(Formats.byFileName("folder.dst/README")).isEmpty();
    }

    @Test
    void theNameDecidesWhereTheContentDoesNot() {
        byte[] damaged = "half a heading".getBytes(StandardCharsets.US_ASCII);

        assertThat(Formats.detect(damaged, "rose.DST")).containsSame(DstFormat.DST);
        assertThat(Formats.detect(damaged, "rose.txt")).isEmpty();
    }

    @Test
    void aFileOfNoKnownFormatIsAnErrorThatNamesTheFileAndTheFormats() {
        assertThatThrownBy(() -> Formats.read(new byte[] {1, 2, 3}, "photo.jpg", ReadOptions.cooked()))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("photo.jpg")
                .hasMessageContaining("dst");
    }

    @Test
    void aMachineFileKeepsItsBytesToItself() throws IOException {
        MachineFile file = DstFormat.DST
                .writer()
                .orElseThrow()
                .write(TestPatterns.single())
                .file();
        byte[] copy = file.bytes();
        copy[0] = 'x';
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.writeTo(out);

        assertThat(file.bytes()[0]).isEqualTo((byte) 'L');
        assertThat(out.toByteArray()).isEqualTo(file.bytes()).hasSize(file.size());
        assertThatThrownBy(() -> file.buffer().put(0, (byte) 0)).isInstanceOf(ReadOnlyBufferException.class);
    }
}
