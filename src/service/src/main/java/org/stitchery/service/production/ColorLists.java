package org.stitchery.service.production;

import java.util.ArrayList;
import java.util.List;
import org.stitchery.driver.api.SideFile;
import org.stitchery.embroidery.format.colors.ColorList;
import org.stitchery.embroidery.format.colors.ColorUse;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.service.machine.MachineView;

/** A design's colours and needles as small files, with the needles that the work order names. */
final class ColorLists {

    private ColorLists() {}

    /**
     * @param kinds extensions a driver asks for; those we do not know are left out
     * @return empty when the design does not say its colours
     */
    static List<SideFile> of(List<String> kinds, StitchPattern pattern, MachineView machine) {
        int blocks = pattern.count(StitchCommand.COLOR_CHANGE) + 1;
        NeedlePlan plan = NeedlePlanner.plan(pattern.threads(), blocks, machine.needles(), machine.needleThreads());
        List<ColorUse> uses =
                ColorUse.of(pattern, block -> plan.uses().get(block - 1).needle());
        List<SideFile> files = new ArrayList<>();
        if (!uses.isEmpty()) {
            for (String kind : kinds) {
                ColorList.byExtension(kind).ifPresent(list -> files.add(new SideFile(kind, list.write(uses))));
            }
        }
        return List.copyOf(files);
    }
}
