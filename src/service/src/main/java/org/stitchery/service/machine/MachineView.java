package org.stitchery.service.machine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.embroidery.model.Hoop;

/**
 * A machine as others see it.
 *
 * @param id the machine
 * @param name as painted on it
 * @param uri where its line is
 * @param driverId which plug-in speaks to it
 * @param driverTitle the plug-in for people
 * @param driverVersion the version of the plug-in's archive
 * @param capabilities what the plug-in can truly do with it, null when the plug-in is missing
 * @param settings the plug-in's settings that differ from their defaults, without those that are secret
 * @param secretsKept keys of secret settings that are set
 * @param hoop its largest sewable field
 * @param heads garments it sews at once
 * @param needles needles per head
 * @param needleThreads what is on them, needle 1 first; needles that are not in the list are empty
 * @param stitchesPerMinute its usual top speed
 * @param dialect what it wants of its files, empty for the usual
 * @param inService false when an operator took it out
 * @param version rises with every edit
 * @param status what is true of it now
 */
public record MachineView(
        UUID id,
        String name,
        String uri,
        String driverId,
        String driverTitle,
        String driverVersion,
        @Nullable Capabilities capabilities,
        Map<String, String> settings,
        Set<String> secretsKept,
        Hoop hoop,
        int heads,
        int needles,
        List<NeedleThread> needleThreads,
        int stitchesPerMinute,
        String dialect,
        boolean inService,
        int version,
        MachineStatus status) {

    public MachineView {
        settings = Map.copyOf(settings);
        secretsKept = Set.copyOf(secretsKept);
        needleThreads = List.copyOf(needleThreads);
    }
}
