package org.stitchery.embroidery.format.colors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.embroidery.format.ReadResult;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

class ColorsBesideTest {

    private static final ThreadColor RED = ThreadColor.ofRgb(0xE01020);
    private static final ThreadColor GREEN = ThreadColor.ofRgb(0x10A030);
    private static final ThreadColor BLUE = ThreadColor.ofRgb(0x1020E0);

    private final Path folder;

    ColorsBesideTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aDesignWithoutColoursTakesThoseBeside() throws IOException {
        lay("rose.edr", ColorList.EDR, RED, GREEN);
        ReadResult added = added(twoBlocks().build());

        assertThat(added.pattern().threads()).containsExactly(RED, GREEN);
        assertThat(codes(added)).containsExactly("COLORS_FROM_BESIDE");
    }

    @Test
    void aDesignKeepsColoursOfItsOwn() throws IOException {
        lay("rose.edr", ColorList.EDR, RED, GREEN);
        ReadResult added = added(twoBlocks().threads(List.of(BLUE, RED)).build());

        assertThat(added.pattern().threads()).containsExactly(BLUE, RED);
        assertThat(added.findings()).isEmpty();
    }

    @Test
    void edrGoesBeforeRgbBeforeColBeforeInf() throws IOException {
        lay("rose.inf", ColorList.INF, RED, RED);
        assertThat(added(twoBlocks().build()).pattern().threads()).containsExactly(RED, RED);
        lay("rose.COL", ColorList.COL, GREEN, GREEN);
        assertThat(added(twoBlocks().build()).pattern().threads()).containsExactly(GREEN, GREEN);
        lay("rose.rgb", ColorList.RGB, BLUE, BLUE);
        assertThat(added(twoBlocks().build()).pattern().threads()).containsExactly(BLUE, BLUE);
        lay("rose.edr", ColorList.EDR, RED, GREEN);
        assertThat(added(twoBlocks().build()).pattern().threads()).containsExactly(RED, GREEN);
    }

    @Test
    void aDamagedListIsToldAndTheNextIsTaken() throws IOException {
        Files.write(folder.resolve("rose.edr"), new byte[] {1, 2, 3});
        lay("rose.col", ColorList.COL, GREEN, BLUE);
        ReadResult added = added(twoBlocks().build());

        assertThat(added.pattern().threads()).containsExactly(GREEN, BLUE);
        assertThat(codes(added)).containsExactly("BESIDE_NOT_READ", "COLORS_FROM_BESIDE");
        assertThat(added.findings().get(0).message()).contains("rose.edr").contains("byte 3");
    }

    @Test
    void aListOfAnotherLengthIsTakenAndTold() throws IOException {
        lay("rose.edr", ColorList.EDR, RED, GREEN, BLUE);
        ReadResult added = added(twoBlocks().build());

        assertThat(added.pattern().threads()).containsExactly(RED, GREEN);
        assertThat(codes(added)).containsExactly("BESIDE_DOES_NOT_FIT", "COLORS_FROM_BESIDE");
    }

    @Test
    void aListThatCountsStopsNamesTheColourOfEachBlock() throws IOException {
        lay("rose.edr", ColorList.EDR, RED, RED, GREEN);
        StitchPattern stopped = StitchPattern.builder("x")
                .stitchTo(1, 0)
                .stop()
                .stitchTo(2, 0)
                .colorChange()
                .stitchTo(3, 0)
                .build();

        assertThat(added(stopped).pattern().threads()).containsExactly(RED, GREEN);
        assertThat(codes(added(stopped))).containsExactly("COLORS_FROM_BESIDE");
    }

    @Test
    void needlesComeFromAnInfOrFromACt0() throws IOException {
        Files.write(
                folder.resolve("rose.inf"), ColorList.INF.write(List.of(new ColorUse(RED, 4), new ColorUse(BLUE, 2))));
        assertThat(added(twoBlocks().build()).pattern().needles()).containsExactly(4, 2);
        Files.delete(folder.resolve("rose.inf"));
        Files.write(folder.resolve("rose.ct0"), NeedleOrder.write(List.of(7, 12)));
        ReadResult added = added(twoBlocks().build());

        assertThat(added.pattern().needles()).containsExactly(7, 12);
        assertThat(codes(added)).containsExactly("NEEDLES_FROM_BESIDE");
    }

    @Test
    void whereNothingLiesBesideNothingChanges() {
        ReadResult read = new ReadResult(twoBlocks().build(), List.of());

        assertThat(ColorsBeside.added(read, folder.resolve("rose.dst"))).isEqualTo(read);
        assertThat(ColorsBeside.added(read, Path.of("/"))).isEqualTo(read);
    }

    private static StitchPattern.Builder twoBlocks() {
        return StitchPattern.builder("x").stitchTo(1, 0).colorChange().stitchTo(2, 0);
    }

    private void lay(String name, ColorList kind, ThreadColor... threads) throws IOException {
        Files.write(
                folder.resolve(name),
                kind.write(List.of(threads).stream()
                        .map(thread -> new ColorUse(thread, 0))
                        .toList()));
    }

    private ReadResult added(StitchPattern pattern) {
        return ColorsBeside.added(new ReadResult(pattern, List.of()), folder.resolve("rose.dst"));
    }

    private static List<String> codes(ReadResult result) {
        return result.findings().stream().map(Finding::code).toList();
    }
}
