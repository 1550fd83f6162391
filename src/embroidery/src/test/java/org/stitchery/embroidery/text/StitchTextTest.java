package org.stitchery.embroidery.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.model.StitchPattern;

class StitchTextTest {

    @Test
    void everyCommandIsALineWithTheThreadThatIsOn() throws IOException {
        StitchPattern pattern = StitchPattern.builder("")
                .jumpTo(-5, 7)
                .stitchTo(-5, 7)
                .trim()
                .colorChange()
                .stop()
                .stitchTo(25, -3)
                .build();
        StringBuilder text = new StringBuilder();

        StitchText.write(pattern, text);

        assertThat(text).hasToString("""
                        x,y,command,thread
                        -5,7,JUMP,0
                        -5,7,STITCH,0
                        -5,7,TRIM,0
                        -5,7,COLOR_CHANGE,1
                        -5,7,STOP,1
                        25,-3,STITCH,1
                        25,-3,END,1
                        """);
    }
}
