package org.stitchery.embroidery.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JDK's own reader as the second opinion. */
class PngEncoderTest {

    @ParameterizedTest
    @CsvSource({"1, 1, true", "1, 1, false", "3, 700, true", "257, 5, false", "640, 480, true", "640, 480, false"})
    void anotherReaderSeesEveryPixel(int width, int height, boolean alpha) throws IOException {
        Random random = new Random(width * 31L + height);
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            int noise = i % 7 < 3 ? random.nextInt() : 0x88112233;
            pixels[i] = alpha ? noise : noise | 0xFF000000;
        }
        pixels[0] = alpha ? 0x12345678 : 0xFF345678;

        byte[] png = PngEncoder.encode(width, height, pixels, 10);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));

        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        assertThat(image.getColorModel().hasAlpha()).isEqualTo(alpha);
        assertThat(image.getRGB(0, 0, width, height, null, 0, width)).isEqualTo(pixels);
    }
}
