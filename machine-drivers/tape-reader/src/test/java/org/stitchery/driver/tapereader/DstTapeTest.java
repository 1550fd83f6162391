package org.stitchery.driver.tapereader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stitchery.driver.api.DeliveryOrder;

class DstTapeTest {

    private static final long MOST = 4_000_000;

    @Test
    void aGenuineTapeIsTaken() {
        DeliveryOrder order = SmallTape.order("ROSE-0042");
        assertThat(DstTape.objection(order, order.content(), MOST)).isNull();
    }

    @Test
    void aTapeWithoutItsClosingByteOrWithPaddingIsTaken() {
        byte[] content = SmallTape.content("ROSE-0042");
        assertThat(objection(Arrays.copyOf(content, content.length - 1))).isNull();
        assertThat(objection(Arrays.copyOf(content, content.length + 1000))).isNull();
    }

    /** The label is the only thing an operator can compare with the sheet. */
    @Test
    void aTapeWithAnotherLabelIsRefusedWithBothNames() {
        assertThat(objection(SmallTape.content("KOI-7"))).contains("\"KOI-7\"").contains("\"ROSE-0042\"");
    }

    @Test
    void whatIsNoTapeIsRefused() {
        byte[] content = SmallTape.content("ROSE-0042");
        assertThat(objection(new byte[2000])).contains("512-byte header");
        assertThat(objection(Arrays.copyOf(content, 100))).contains("512-byte header");
        assertThat(objection(Arrays.copyOf(content, content.length - 4))).contains("no end record");
        assertThat(DstTape.objection(SmallTape.order("ROSE-0042"), content, 600))
                .contains("the most is 600");
        DeliveryOrder exp = new DeliveryOrder("ROSE-0042", "exp", content, 1);
        assertThat(DstTape.objection(exp, content, MOST)).contains("takes dst, found exp");
    }

    private static @Nullable String objection(byte[] content) {
        return DstTape.objection(new DeliveryOrder("ROSE-0042", "dst", content, 1), content, MOST);
    }
}
