package org.stitchery.service.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.transport.MachineUri;

class AddressExampleTest {

    @Test
    void everyExampleIsAnAddressAtWhichItsDriverCanWork() {
        for (MachineDriver driver : ServiceLoader.load(MachineDriver.class)) {
            assertThat(AddressExample.of(driver)).allSatisfy(example -> {
                MachineUri uri = MachineUri.parse(example.address());
                assertThat(AddressExample.objection(driver, uri)).isEmpty();
            });
        }
    }

    @Test
    void anAddressOfAnotherKindIsRefusedWithOneThatFits() {
        assertThat(AddressExample.objection(new ToyDriver(), MachineUri.parse("folder:/srv/designs")))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("serial:/dev/ttyUSB0"));
    }
}
