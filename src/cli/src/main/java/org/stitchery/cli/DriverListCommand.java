package org.stitchery.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.stitchery.driver.api.DeskDriver;
import org.stitchery.driver.api.FileDriver;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.plugin.Isolation;
import org.stitchery.plugin.PlugIn;
import org.stitchery.plugin.PlugInFolder;
import org.stitchery.plugin.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@SuppressWarnings("NullAway.Init") // picocli fills the required ones before call()
@Command(
        name = "list",
        description = {
            "Lists all drivers: id, version, over what they reach their machines, where they come from.",
            "",
            "JARs in the folder of drivers that are not used are told on standard error, with the reason."
        })
final class DriverListCommand implements Callable<Integer> {

    private static final String ROW = "%-20s %-16s %-7s %-16s %-24s %s%n";

    @Mixin
    private PlugInOptions plugIns;

    private final Surroundings surroundings;

    DriverListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Drivers drivers = plugIns.drivers()) {
            PlugInFolder.Stock stock = drivers.stock();
            surroundings.out().printf(ROW, "id", "version", "over", "takes", "from", "title");
            drivers.own().forEach(driver -> row(driver, version(), "with stitchery"));
            for (PlugIn plugIn : stock.plugIns()) {
                String where = plugIn.isolation() == Isolation.IN_HOUSE ? " (trusted)" : "";
                row(plugIn.driver(), plugIn.version(), plugIn.file() + where);
            }
            for (Refusal refusal : stock.refused()) {
                surroundings
                        .err()
                        .println("refused: " + refusal.file() + ": "
                                + refusal.reason()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' ') + ". "
                                + refusal.sentence());
            }
            return ExitCode.OK;
        }
    }

    private void row(MachineDriver driver, String version, String from) {
        List<String> formats = driver.description().formats();
        surroundings
                .out()
                .printf(
                        ROW,
                        driver.description().id(),
                        version,
                        over(driver),
                        formats.get(0) + (formats.size() > 1 ? " +" + (formats.size() - 1) : ""),
                        from,
                        driver.description().title());
    }

    static String over(MachineDriver driver) {
        return driver instanceof FileDriver ? "files" : driver instanceof DeskDriver ? "desk" : "line";
    }

    static String version() {
        String version = Stitchery.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
