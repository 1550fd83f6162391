package org.stitchery.driver.folder;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.FileDriver;
import org.stitchery.driver.api.SideFile;
import org.stitchery.driver.kit.FileDriverConformanceTest;

/** The same questions where a list of colours lies beside the design. */
class FolderWithColorsConformanceTest extends FileDriverConformanceTest {

    @Override
    protected FileDriver driver() {
        return new FolderDriver();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("colors", "inf", "unfinished", "part", "letters", "lower", "name-length", "16");
    }

    @Override
    protected DeliveryOrder smallOrder() {
        byte[] content = new byte[700];
        new Random(7).nextBytes(content);
        return new DeliveryOrder(
                "ROSE-7-AND-MORE",
                "dst",
                content,
                3,
                List.of(new SideFile("inf", new byte[] {1, 2, 3}), new SideFile("edr", new byte[] {4})),
                0);
    }

    @Override
    protected String finishedName() {
        return "rose-7-and-more.dst";
    }

    @Override
    protected Set<String> namesBeside() {
        return Set.of("rose-7-and-more.inf");
    }
}
