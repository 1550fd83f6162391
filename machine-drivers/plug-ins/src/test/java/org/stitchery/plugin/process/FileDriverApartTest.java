package org.stitchery.plugin.process;

import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.FileDriver;
import org.stitchery.driver.kit.FileDriverConformanceTest;

/** All of the kit's questions to a file driver at the other end of the protocol. */
class FileDriverApartTest extends FileDriverConformanceTest {

    @Override
    protected FileDriver driver() {
        return new FolderApart();
    }

    @Override
    protected DeliveryOrder smallOrder() {
        return new DeliveryOrder("ROSE-42", "dst", new byte[300], 1);
    }

    @Override
    protected String finishedName() {
        return "ROSE-42.DST";
    }
}
