package org.stitchery.service.machine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How we hold on to machines, and where they may be. */
@ConfigMapping(prefix = "stitchery.machine")
interface MachineSettings {

    /** How long a lease lasts by the database's clock. */
    @WithDefault("10s")
    Duration lease();

    /** How often it is renewed. */
    @WithDefault("3s")
    Duration renewEvery();

    /** By our own monotonic clock: so long after the last successful renewal was asked for we stop sending. */
    @WithDefault("7s")
    Duration stopAfter();

    /** First pause after a line could not be opened; doubled each time, with a quarter of chance. */
    @WithDefault("1s")
    Duration retryFirst();

    /** Longest pause between tries. */
    @WithDefault("15s")
    Duration retryLongest();

    /** Longest time without a byte accepted while the machine does not hold us. */
    @WithDefault("30s")
    Duration stall();

    /** Networks in which machines may be, in CIDR notation. Loopback and the private ranges of RFC 1918 and RFC 4193. */
    @WithDefault("127.0.0.0/8,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,::1/128,fc00::/7")
    List<String> networks();

    /** TCP ports on which machines may listen: single numbers and ranges. */
    @WithDefault("1024-65535")
    List<String> ports();

    /** Beginnings of device paths that may be opened, besides the simulator's own in the data folder. */
    @WithDefault("/dev/ttyUSB,/dev/ttyACM,/dev/ttyS,/dev/ttyAMA,/dev/serial/,/dev/rfcomm,/dev/cu.,/dev/tty.")
    List<String> devices();

    /** Folders in which machines may look for designs, each with all that lies in it. None until the owner names some. */
    Optional<List<Path>> folders();

    /** How often the folder of drivers from outside is looked at. */
    @WithDefault("2s")
    Duration lookAtDriversEvery();

    /**
     * Programs that may stand for machines, absolute paths to the letter. None until the owner names some. Whoever adds a
     * machine chooses the arguments, so name a program made for it and never an interpreter.
     */
    Optional<List<String>> programs();
}
