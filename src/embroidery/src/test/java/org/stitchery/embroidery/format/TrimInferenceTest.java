package org.stitchery.embroidery.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;

/** Records in, what is understood out: S stitch, J jump, T trim, C colour change, each with its x. */
class TrimInferenceTest {

    @ParameterizedTest
    @CsvSource({
        "3, S0 J10 J20 S20, S0 J10 J20 S20",
        "3, S0 J10 J20 J30 S30, S0 T0 J10 J20 J30 S30",
        "2, S0 J10 J20 S20, S0 T0 J10 J20 S20",
        "4, S0 J10 J20 J30 S30, S0 J10 J20 J30 S30",
        "3, S5 J7 J3 J5 S5, S5 T5 S5",
        "3, S5 J7 J3 J5 J90 S90, S5 T5 J90 S90",
        "3, S5 J7 J3 J5 J7 J3 J5 S5, S5 T5 S5",
        "5, S5 J7 J3 J7 J3 J5 S9, S5 T5 S9",
        "3, J10 J20 J30 S30, J10 J20 J30 S30",
        "3, S0 C0 J10 J20 J30 S30, S0 C0 J10 J20 J30 S30",
        "3, S0 J0 S1, S0 S1",
        "3, S0 J10 J20 J30 J40 J50 J60 J70 S70, S0 T0 J10 J20 J30 J40 J50 J60 J70 S70",
        "3, S0 J9 S9 J8 S8 J7 S7, S0 J9 S9 J8 S8 J7 S7"
    })
    void runsOfJumpsAreCutsAsTheMachineSees(int jumpsPerTrim, String records, String understood) {
        assertThat(read(records, ReadOptions.cooked(jumpsPerTrim))).isEqualTo(understood);
    }

    @ParameterizedTest
    @CsvSource({"S0 J10 J20 J30 S30", "S5 J7 J3 J5 S5", "J0 J0 J0"})
    void rawReadingLeavesRecordsAsTheyAre(String records) {
        assertThat(read(records, ReadOptions.raw())).isEqualTo(records);
    }

    private static String read(String records, ReadOptions options) {
        StitchPattern.Builder builder = StitchPattern.builder("");
        TrimInference trims = new TrimInference(builder, options);
        for (String record : records.split(" ")) {
            int x = Integer.parseInt(record.substring(1));
            switch (record.charAt(0)) {
                case 'S' -> trims.stitch(x, 0);
                case 'J' -> trims.jump(x, 0);
                default -> trims.change(StitchCommand.COLOR_CHANGE, x, 0);
            }
        }
        StitchPattern pattern = builder.build();
        return IntStream.range(0, pattern.size() - 1)
                .mapToObj(i -> pattern.command(i).name().charAt(0) + "" + pattern.x(i))
                .collect(Collectors.joining(" "));
    }
}
