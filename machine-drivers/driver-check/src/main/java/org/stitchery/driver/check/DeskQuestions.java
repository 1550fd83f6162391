package org.stitchery.driver.check;

import java.util.Map;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DeskDriver;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.kit.DeskAsker;
import org.stitchery.driver.kit.DeskDriverConformanceTest;

/** The kit's questions to a desk driver from a JAR, with the machines its author plays. */
final class DeskQuestions extends DeskDriverConformanceTest {

    private final JarUnderCheck jar = JarUnderCheck.current();

    @Override
    protected DeskDriver driver() {
        return (DeskDriver) jar.driver();
    }

    @Override
    protected Map<String, String> settings() {
        return jar.settings();
    }

    @Override
    protected DeliveryOrder smallOrder() {
        return jar.order();
    }

    @Override
    protected DeskAsker asker(DeliveryOrder order) {
        return jar.askers()
                .asker(order, DriverSettings.of(driver().description().settings(), settings()));
    }
}
