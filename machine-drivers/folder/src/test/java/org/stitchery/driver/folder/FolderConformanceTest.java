package org.stitchery.driver.folder;

import java.util.Random;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.FileDriver;
import org.stitchery.driver.kit.FileDriverConformanceTest;

class FolderConformanceTest extends FileDriverConformanceTest {

    @Override
    protected FileDriver driver() {
        return new FolderDriver();
    }

    @Override
    protected DeliveryOrder smallOrder() {
        byte[] content = new byte[700];
        new Random(7).nextBytes(content);
        return new DeliveryOrder("ROSE-7", "dst", content, 3);
    }

    @Override
    protected String finishedName() {
        return "ROSE-7.DST";
    }
}
