package org.stitchery.service.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.service.machine.NeedleThread;
import org.stitchery.service.production.NeedlePlan.NeedleUse;

class NeedlePlannerTest {

    private static final ThreadColor RED = ThreadColor.ofRgb(0xFF0000);
    private static final ThreadColor BLUE = ThreadColor.ofRgb(0x0000FF);
    private static final ThreadColor GOLD = ThreadColor.ofRgb(0xFFC000);

    @Test
    void aThreadThatIsOnKeepsItsNeedleAndTheOthersTakeTheFreeOnesFromTheLeft() {
        NeedlePlan plan = NeedlePlanner.plan(
                List.of(GOLD, RED, BLUE), 3, 6, List.of(new NeedleThread(1, RED), new NeedleThread(2, BLUE)));

        assertThat(plan.uses())
                .containsExactly(
                        new NeedleUse(1, 3, GOLD, false),
                        new NeedleUse(2, 1, RED, true),
                        new NeedleUse(3, 2, BLUE, true));
    }

    @Test
    void aColourThatComesBackGetsItsNeedleBack() {
        NeedlePlan plan = NeedlePlanner.plan(List.of(RED, BLUE, RED), 3, 2, List.of());

        assertThat(plan.uses()).extracting(NeedleUse::needle).containsExactly(1, 2, 1);
    }

    @Test
    void whenTheNeedlesRunOutItSaysSo() {
        NeedlePlan plan = NeedlePlanner.plan(List.of(RED, BLUE, GOLD), 3, 2, List.of());

        assertThat(plan.uses()).extracting(NeedleUse::needle).containsExactly(1, 2, 0);
    }
}
