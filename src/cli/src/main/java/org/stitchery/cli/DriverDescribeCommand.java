package org.stitchery.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.Capabilities.Control;
import org.stitchery.driver.api.DriverDescription;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.api.Setting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@SuppressWarnings("NullAway.Init") // picocli fills the required ones before call()
@Command(name = "describe", description = "Says what a driver is, what can be set, what it can do and what it cannot.")
final class DriverDescribeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The driver; stitchery driver list has them all.")
    private String id;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Mixin
    private PlugInOptions plugIns;

    private final Surroundings surroundings;

    DriverDescribeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (Drivers drivers = plugIns.drivers()) {
            MachineDriver driver = drivers.named(id);
            DriverDescription is = driver.description();
            Capabilities can = driver.capabilities(Drivers.settings(driver, Map.of()));
            if (json) {
                surroundings.out().print(json(driver, is, can));
            } else {
                words(surroundings.out(), driver, is, can);
            }
            return ExitCode.OK;
        }
    }

    private static void words(PrintStream out, MachineDriver driver, DriverDescription is, Capabilities can) {
        out.println(is.id() + ": " + is.title());
        out.println("for        " + String.join("; ", is.machines()));
        out.println("over       " + DriverListCommand.over(driver) + ", "
                + can.delivery().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        out.println("takes      " + String.join(", ", is.formats()) + "; up to " + is.largestBytes() + " bytes");
        out.println("names      up to " + is.naming().longest() + " characters"
                + (is.naming().upperCase() ? ", upper case" : "")
                + (is.naming().extension().isEmpty() ? "" : ", ." + is.naming().extension()));
        if (!is.sideFiles().isEmpty()) {
            out.println("beside     ." + String.join(", .", is.sideFiles()));
        }
        out.println("told to wait by " + flow(can));
        out.println("sees       " + progress(can)
                + (can.telemetry().isEmpty()
                        ? "; the machine reports nothing by itself"
                        : "; " + String.join(", ", telemetry(can))));
        out.println("machine says which design it holds: " + (can.identityReadback() ? "yes" : "no"));
        out.println("pause      " + who(can.pause()) + "; resume " + who(can.resume()) + "; abort " + who(can.abort())
                + "; restart at a stitch " + who(can.restartAtStitch()));
        out.println("contract   " + is.contractVersion());
        out.println(is.settings().isEmpty() ? "nothing to set" : "settings");
        for (Setting setting : is.settings()) {
            out.println("  " + setting.key() + " = " + (setting.secret() ? "(secret)" : setting.defaultValue())
                    + (setting.unit().isEmpty() ? "" : " " + setting.unit()) + "  (" + range(setting) + ")");
            out.println("      " + setting.title() + ". " + setting.help());
        }
    }

    private static String range(Setting setting) {
        return switch (setting.kind()) {
            case INTEGER -> setting.min() + " to " + setting.max();
            case FLAG -> "true or false";
            case CHOICE -> String.join(", ", setting.choices());
            case TEXT -> "text";
        };
    }

    private static String flow(Capabilities can) {
        String most = can.mostInFlightBytes() == 0 ? "" : ", at most " + can.mostInFlightBytes() + " bytes under way";
        return switch (can.flow()) {
                    case NONE -> "nobody";
                    case XON_XOFF -> "XON/XOFF";
                    case RTS_CTS -> "the handshake wires";
                    case LINE_ACK -> "an answer to each line";
                    case CHARACTER_COUNT -> "counting characters";
                    case ECHO -> "the echo of each byte";
                }
                + most;
    }

    private static String progress(Capabilities can) {
        return switch (can.progress()) {
            case NONE -> "nothing of the way there";
            case DELIVERED -> "bytes that left or arrived";
            case LINE -> "each line that was done";
            case STITCH -> "each stitch";
        };
    }

    private static List<String> telemetry(Capabilities can) {
        return can.telemetry().stream()
                .sorted()
                .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .toList();
    }

    private static String who(Control control) {
        return switch (control) {
            case BY_HOST -> "from here";
            case BY_OPERATOR -> "at the machine only";
            case NO -> "not at all";
        };
    }

    private static Json json(MachineDriver driver, DriverDescription is, Capabilities can) {
        Json json = new Json().beginObject();
        json.member("id", is.id()).member("title", is.title()).member("over", DriverListCommand.over(driver));
        list(json, "machines", is.machines());
        json.member("contract", is.contractVersion());
        list(json, "formats", is.formats());
        list(json, "sideFiles", is.sideFiles());
        json.member("largestBytes", is.largestBytes());
        json.beginObject("naming")
                .member("longest", is.naming().longest())
                .member("upperCase", String.valueOf(is.naming().upperCase()))
                .member("extension", is.naming().extension())
                .end();
        json.beginObject("capabilities")
                .member("delivery", can.delivery().name())
                .member("flow", can.flow().name())
                .member("mostInFlightBytes", can.mostInFlightBytes())
                .member("progress", can.progress().name())
                .member("identityReadback", String.valueOf(can.identityReadback()));
        list(
                json,
                "telemetry",
                can.telemetry().stream().sorted().map(Enum::name).toList());
        json.member("pause", can.pause().name())
                .member("resume", can.resume().name())
                .member("abort", can.abort().name())
                .member("restartAtStitch", can.restartAtStitch().name())
                .end();
        json.beginArray("settings");
        for (Setting setting : is.settings()) {
            json.beginElement()
                    .member("key", setting.key())
                    .member("title", setting.title())
                    .member("kind", setting.kind().name())
                    .member("unit", setting.unit())
                    .member("default", setting.secret() ? null : setting.defaultValue())
                    .member("help", setting.help());
            list(json, "choices", setting.choices());
            json.member("min", setting.min())
                    .member("max", setting.max())
                    .member("secret", String.valueOf(setting.secret()))
                    .end();
        }
        return json.end().end();
    }

    private static void list(Json json, String name, List<String> values) {
        json.beginArray(name);
        values.forEach(json::element);
        json.end();
    }
}
