package org.stitchery.embroidery.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stitchery.embroidery.TestPatterns;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.embroidery.thread.Ciede2000;
import org.stitchery.embroidery.thread.Lab;

class ThreadPictureTest {

    private static final PictureSettings BARE = PictureSettings.usual().withCloth(Cloth.NONE);

    /**
     * The picture as reviewed by eye. Whoever changes the look on purpose looks at the new one (PictureBench writes it)
     * and puts the number from the failure here.
     */
    @Test
    void theSamplerLooksAsItDidWhenItWasReviewed() {
        Picture picture = ThreadPicture.of(TestPatterns.sampler());

        assertThat(picture.width()).isEqualTo(410);
        assertThat(picture.height()).isEqualTo(680);
        assertThat(Arrays.hashCode(picture.argb())).isEqualTo(-1048310677);
    }

    @Test
    void theSameDesignGivesTheSamePixelsAndBytes() {
        assertThat(ThreadPicture.of(TestPatterns.sampler()).toPng())
                .isEqualTo(ThreadPicture.of(TestPatterns.sampler()).toPng());
    }

    /** Customers judge colours by it: what is densely covered is, on average, the thread's colour. */
    @ParameterizedTest
    @CsvSource({
        "17181a, 0",
        "878b8f, 45",
        "fbfbf7, 90",
        "d3202c, 135",
        "1a55a8, 30",
        "fde14b, 60",
        "14683a, 0",
        "fbd6dc, 120"
    })
    void aFillHasTheColourOfItsThread(String hex, int degrees) {
        int rgb = Integer.parseInt(hex, 16);
        Picture picture = ThreadPicture.of(fill(degrees, 3.5, rgb));

        int mean = mean(picture, -50, -50, 50, 50);

        assertThat(Ciede2000.difference(Lab.ofRgb(rgb), Lab.ofRgb(mean)))
                .as(Integer.toHexString(mean))
                .isLessThan(8);
    }

    /** The sheen: the same thread looks different lying in another direction. */
    @Test
    void threadCatchesTheLightByItsDirection() {
        int across = mean(ThreadPicture.of(fill(135, 3.5, 0x1A55A8)), -50, -50, 50, 50);
        int along = mean(ThreadPicture.of(fill(45, 3.5, 0x1A55A8)), -50, -50, 50, 50);

        assertThat(Ciede2000.difference(Lab.ofRgb(across), Lab.ofRgb(along))).isGreaterThan(1.5);
    }

    @Test
    void aDenseFillCoversTheClothAndNothingBesideIt() {
        Picture picture = ThreadPicture.of(fill(0, 3.5, 0xD3202C), BARE);

        long covered = 0;
        for (int y = -50; y < 50; y++) {
            for (int x = -50; x < 50; x++) {
                covered += alpha(picture, x, y);
            }
        }
        assertThat(covered / 10_000.0).isGreaterThan(250);
        assertThat(alpha(picture, -230, -130)).isZero();
        assertThat(alpha(picture, 230, 130)).isZero();
    }

    @Test
    void aStitchIsAsThickAsItsThread() {
        StitchPattern line =
                StitchPattern.builder("").stitchTo(0, 0).stitchTo(60, 0).build();
        for (double threadMm : new double[] {0.28, 0.4}) {
            Picture picture = ThreadPicture.of(line, BARE.withPxPerMm(40).withThreadMm(threadMm));
            int column = (int) picture.xPx(30);
            int covered = 0;
            for (int y = 0; y < picture.height(); y++) {
                covered += (picture.argb(column, y) & 0xFFFFFF) != 0 ? 1 : 0;
            }
            assertThat(covered / 40.0).isBetween(threadMm - 0.05, threadMm + 0.05);
        }
    }

    @Test
    void travelsAreNotSeenButLongStitchesAre() {
        StitchPattern travel = StitchPattern.builder("")
                .stitchTo(0, 0)
                .stitchTo(20, 0)
                .jumpTo(120, 0)
                .jumpTo(220, 0)
                .stitchTo(220, 0)
                .stitchTo(240, 0)
                .build();
        StitchPattern longStitch = StitchPattern.builder("")
                .stitchTo(0, 0)
                .stitchTo(20, 0)
                .jumpTo(120, 0)
                .stitchTo(220, 0)
                .stitchTo(240, 0)
                .build();
        StitchPattern cut = StitchPattern.builder("")
                .stitchTo(0, 0)
                .stitchTo(20, 0)
                .trim()
                .stitchTo(220, 0)
                .stitchTo(240, 0)
                .build();

        assertThat(alpha(ThreadPicture.of(travel, BARE), 120, 0)).isZero();
        assertThat(alpha(ThreadPicture.of(longStitch, BARE), 120, 0)).isEqualTo(255);
        assertThat(alpha(ThreadPicture.of(cut, BARE), 120, 0)).isZero();
    }

    @Test
    void whatIsSewnLaterLiesOnTop() {
        StitchPattern.Builder builder = StitchPattern.builder("");
        rows(builder, 0, 3.5);
        builder.trim().colorChange().jumpTo(-40, -90).stitchTo(-40, -90);
        for (int y = -60; y <= 90; y += 30) {
            builder.stitchTo(-40, y);
        }
        StitchPattern pattern = builder.threads(List.of(ThreadColor.ofRgb(0xFFFFFF), ThreadColor.ofRgb(0x101010)))
                .build();
        Picture picture = ThreadPicture.of(pattern);

        for (int y = -45; y <= 75; y += 30) {
            assertThat(picture.argb((int) picture.xPx(-40), (int) picture.yPx(y)) & 0xFF)
                    .as("at " + y)
                    .isLessThan(120);
        }
    }

    @Test
    void clothLiesAroundTheDesignInItsColour() {
        Picture picture =
                ThreadPicture.of(TestPatterns.single(), PictureSettings.usual().withCloth(Cloth.woven(0x304060)));

        int mean = mean(picture, -20, -20, 20, 20);

        assertThat(Ciede2000.difference(Lab.ofRgb(0x304060), Lab.ofRgb(mean))).isLessThan(4);
        assertThat(Arrays.stream(picture.argb()).map(pixel -> pixel >>> 24).distinct())
                .containsExactly(255);
    }

    /** A large picture is drawn in portions; nobody must see where they meet. */
    @Test
    void portionsMeetWithoutASeam() {
        int[] whole = ThreadPicture.of(TestPatterns.sampler(), PictureSettings.usual())
                .argb();
        int[] portions = ThreadPicture.of(TestPatterns.sampler(), PictureSettings.usual(), 100_000)
                .argb();

        for (int i = 0; i < whole.length; i++) {
            assertThat(Math.abs((whole[i] >> 16 & 0xFF) - (portions[i] >> 16 & 0xFF)))
                    .as("pixel " + i)
                    .isLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {4, 5.5, 10, 25.4, 40})
    void everyScaleGivesAPictureOfItsSizeAndItsPlaces(double pxPerMm) {
        Picture picture =
                ThreadPicture.of(TestPatterns.sampler(), PictureSettings.usual().withPxPerMm(pxPerMm));

        assertThat(picture.width()).isEqualTo((int) Math.ceil(41 * pxPerMm - 1e-9));
        assertThat(picture.xPx(-190)).isEqualTo(4 * pxPerMm);
        assertThat(picture.yPx(-300)).isEqualTo(4 * pxPerMm);
    }

    @Test
    void anEmptyDesignIsAPieceOfCloth() {
        Picture picture = ThreadPicture.of(TestPatterns.empty());

        assertThat(picture.width()).isEqualTo(80);
        assertThat(picture.height()).isEqualTo(80);
    }

    /** Once a pixel of a large design lay so near the edge of a thread that it fell outside a table. */
    @Test
    void theVeryEdgeOfAThreadIsStillThread() {
        assertThat(ThreadBrush.across(Math.nextDown(1f))).isEqualTo(63);
        assertThat(ThreadBrush.across(Math.nextUp(-1f))).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void threadInAnyDirectionAndOfAnyLengthCanBeDrawn(long seed) {
        Random random = new Random(seed);
        StitchPattern.Builder builder = StitchPattern.builder("");
        for (int i = 0; i < 1500; i++) {
            int reach = 1 << random.nextInt(8);
            int x = Math.max(-150, Math.min(150, builder.x() + random.nextInt(2 * reach + 1) - reach));
            int y = Math.max(-150, Math.min(150, builder.y() + random.nextInt(2 * reach + 1) - reach));
            builder.stitchTo(x, y);
        }

        Picture picture =
                ThreadPicture.of(builder.build(), PictureSettings.usual().withPxPerMm(4 * seed));

        assertThat(picture.width()).isPositive();
    }

    @Test
    void blocksWithoutThreadsAreToldApart() {
        StitchPattern pattern = StitchPattern.builder("").build();

        assertThat(Ciede2000.difference(
                        Lab.ofRgb(ThreadPicture.threadOf(pattern, 0).rgb()),
                        Lab.ofRgb(ThreadPicture.threadOf(pattern, 1).rgb())))
                .isGreaterThan(20);
        assertThat(ThreadPicture.threadOf(pattern, 1000)).isNotNull();
    }

    @Test
    void aPictureTooLargeIsRefusedWithAScaleThatFits() {
        StitchPattern wide = StitchPattern.builder("")
                .stitchTo(0, 0)
                .stitchTo(20_000, 10_000)
                .build();

        assertThatThrownBy(() -> ThreadPicture.of(wide))
                .isInstanceOfSatisfying(PictureTooLargeException.class, error -> {
                    PictureSettings fitting = PictureSettings.usual().withPxPerMm(error.fittingPxPerMm());
                    assertThat(error).hasMessageContaining("20080 x 10080").hasMessageContaining("40000000");
                    assertThat((2008 * fitting.pxPerMm()) * (1008 * fitting.pxPerMm()))
                            .isLessThanOrEqualTo(PictureSettings.USUAL_MOST_PIXELS);
                });
    }

    /** Few pixels, but no viewer opens them, and portions of it would not be small. */
    @Test
    void aPictureTooLongIsRefused() {
        StitchPattern line =
                StitchPattern.builder("").stitchTo(0, 0).stitchTo(100_000, 0).build();
        PictureSettings finest = PictureSettings.usual().withPxPerMm(40).withMarginMm(0);

        assertThatThrownBy(() -> ThreadPicture.of(line, finest))
                .isInstanceOf(PictureTooLargeException.class)
                .hasMessageContaining("400000 x 1")
                .hasMessageContaining("the design is too large for a picture at any scale");
    }

    @Test
    void impossibleSettingsAreRefusedWithTheirRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PictureSettings.usual().withPxPerMm(3))
                .withMessageContaining("4.0 to 40.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PictureSettings.usual().withThreadMm(Double.NaN));
    }

    private static StitchPattern fill(int degrees, double spacingTenths, int rgb) {
        StitchPattern.Builder builder = StitchPattern.builder("");
        rows(builder, degrees, spacingTenths);
        return builder.threads(List.of(ThreadColor.ofRgb(rgb))).build();
    }

    /** 40 x 20 mm around the start. */
    private static void rows(StitchPattern.Builder builder, int degrees, double spacingTenths) {
        double cos = StrictMath.cos(StrictMath.toRadians(degrees));
        double sin = StrictMath.sin(StrictMath.toRadians(degrees));
        int row = 0;
        for (double v = -100; v <= 100; v += spacingTenths, row++) {
            for (int i = -5; i <= 5; i++) {
                double u = (row % 2 == 0 ? i : -i) * 40 + (row % 3 - 1) * 13;
                builder.stitchTo((int) Math.round(u * cos - v * sin), (int) Math.round(u * sin + v * cos));
            }
        }
    }

    private static int alpha(Picture picture, int xTenths, int yTenths) {
        return picture.argb((int) picture.xPx(xTenths), (int) picture.yPx(yTenths)) >>> 24;
    }

    private static int mean(Picture picture, int fromX, int fromY, int toX, int toY) {
        long red = 0;
        long green = 0;
        long blue = 0;
        long count = 0;
        for (int y = (int) picture.yPx(fromY); y < picture.yPx(toY); y++) {
            for (int x = (int) picture.xPx(fromX); x < picture.xPx(toX); x++) {
                int pixel = picture.argb(x, y);
                red += pixel >> 16 & 0xFF;
                green += pixel >> 8 & 0xFF;
                blue += pixel & 0xFF;
                count++;
            }
        }
        return (int) (red / count) << 16 | (int) (green / count) << 8 | (int) (blue / count);
    }
}
