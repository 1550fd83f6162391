package org.stitchery.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.plugin.host.DriverJar;

/** A driver from outside, ready for use. Values are fixed; any thread. */
public final class PlugIn {

    private final String file;
    private final String sha256;
    private final Manifested manifested;
    private final Isolation isolation;
    private final MachineDriver driver;
    private final IntSupplier open;
    private final Path copy;
    private final @Nullable DriverJar loaded;

    PlugIn(
            String file,
            String sha256,
            Manifested manifested,
            Isolation isolation,
            MachineDriver driver,
            IntSupplier open,
            Path copy,
            @Nullable DriverJar loaded) {
        this.file = file;
        this.sha256 = sha256;
        this.manifested = manifested;
        this.isolation = isolation;
        this.driver = driver;
        this.open = open;
        this.copy = copy;
        this.loaded = loaded;
    }

    /** Id of its driver. */
    public String id() {
        return manifested.driverId();
    }

    /** As its manifest says. */
    public String version() {
        return manifested.version();
    }

    /** Versions of the contract it works with: {@code 1} or {@code 1-2}. */
    public String contract() {
        return manifested.contract();
    }

    /** Name of the JAR in the folder. */
    public String file() {
        return file;
    }

    /** Of the bytes that run. */
    public String sha256() {
        return sha256;
    }

    public Isolation isolation() {
        return isolation;
    }

    /** Always the same object. */
    public MachineDriver driver() {
        return driver;
    }

    /** How many connections it has open now. */
    public int open() {
        return open.getAsInt();
    }

    /** Nothing of it is used any more: closes its loader and takes its copy away. */
    void release() {
        if (loaded != null) {
            loaded.close();
        }
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
