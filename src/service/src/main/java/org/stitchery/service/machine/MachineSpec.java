package org.stitchery.service.machine;

import java.util.UUID;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.MachineDriver;

/** What a session must know of its machine. */
record MachineSpec(UUID id, String name, String uri, MachineDriver driver, DriverSettings settings) {}
