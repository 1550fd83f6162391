package org.stitchery.driver.httppull;

import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.kit.DeskAsker;
import org.stitchery.driver.kit.DeskAskers;

/** The machine for each of the driver's settings; for the kit here, and for {@code stitchery driver check}. */
public final class HttpPullAskers implements DeskAskers {

    @Override
    public DeskAsker asker(DeliveryOrder order, DriverSettings settings) {
        String reports = settings.text("reports");
        return reports.equals("nothing")
                ? new FileFetcher("/" + order.label() + ".DST")
                : new Agent(reports.equals("sewing"));
    }
}
