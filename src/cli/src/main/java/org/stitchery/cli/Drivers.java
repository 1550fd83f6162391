package org.stitchery.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.plugin.PlugIn;
import org.stitchery.plugin.PlugInFolder;
import org.stitchery.plugin.Refusal;
import org.stitchery.plugin.process.Limits;

/** The drivers that ride with us, and those in the folder of plug-ins, which is looked into only when it is needed. */
final class Drivers implements AutoCloseable {

    private final Map<String, MachineDriver> own = new TreeMap<>();
    private final @Nullable Path folder;
    private @Nullable Path work;
    private @Nullable PlugInFolder plugIns;

    /** @param folder null for none */
    Drivers(@Nullable Path folder) {
        this.folder = folder;
        ServiceLoader.load(MachineDriver.class)
                .forEach(driver -> own.put(driver.description().id(), driver));
    }

    /** @throws Complaint when there is none of this id */
    MachineDriver named(String id) {
        MachineDriver ours = own.get(id);
        if (ours != null) {
            return ours;
        }
        PlugInFolder.Stock stock = stock();
        return stock.plugIns().stream()
                .filter(plugIn -> plugIn.id().equals(id))
                .map(PlugIn::driver)
                .findFirst()
                .orElseThrow(() -> Complaint.usage("There is no driver \"" + id + "\"; there are "
                        + String.join(
                                ", ",
                                Stream.concat(
                                                own.keySet().stream(),
                                                stock.plugIns().stream().map(PlugIn::id))
                                        .sorted()
                                        .toList())
                        + "." + refused(stock)));
    }

    private static String refused(PlugInFolder.Stock stock) {
        List<Refusal> refused = stock.refused();
        return refused.isEmpty()
                ? ""
                : " Refused: "
                        + String.join(", ", refused.stream().map(Refusal::file).toList())
                        + "; stitchery driver list says why.";
    }

    /** Those that ride with us, by id. */
    List<MachineDriver> own() {
        return new ArrayList<>(own.values());
    }

    /** Those from outside, used and refused. */
    PlugInFolder.Stock stock() {
        if (folder == null) {
            return new PlugInFolder.Stock(List.of(), List.of(), List.of());
        }
        try {
            if (plugIns == null) {
                Path fresh = Files.createTempDirectory("stitchery-drivers");
                work = fresh;
                plugIns = new PlugInFolder(folder, folder, fresh, own.keySet(), Limits.USUAL);
                return plugIns.rescan();
            }
            return plugIns.stock();
        } catch (IOException e) {
            throw Complaint.badFile(folder, "its drivers cannot be copied for use: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public void close() {
        if (plugIns != null) {
            plugIns.close();
        }
        if (work != null) {
            try {
                Files.deleteIfExists(work);
            } catch (IOException e) {
                // A driver's process that is just ending may still stand in it.
                work.toFile().deleteOnExit();
            }
        }
    }

    /** @throws Complaint when a setting is unknown or its value wrong */
    static DriverSettings settings(MachineDriver driver, Map<String, String> given) {
        try {
            return DriverSettings.of(driver.description().settings(), given);
        } catch (IllegalArgumentException e) {
            throw Complaint.usage("--set: " + e.getMessage() + ".");
        }
    }
}
