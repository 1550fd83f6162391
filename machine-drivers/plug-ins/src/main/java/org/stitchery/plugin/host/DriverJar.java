package org.stitchery.plugin.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeskDriver;
import org.stitchery.driver.api.FileDriver;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.plugin.host.UnfitDriverException.Reason;

/**
 * One JAR with one driver, in a class loader of its own that sees the JDK and the contract only. Closing it closes the
 * loader; classes not loaded by then cannot be loaded any more.
 */
public final class DriverJar implements AutoCloseable {

    /** Where a JAR names its driver. */
    public static final String SERVICE_ENTRY = "META-INF/services/" + MachineDriver.class.getName();

    private final String name;
    private final URLClassLoader loader;
    private @Nullable String className;

    private DriverJar(String name, URLClassLoader loader) {
        this.name = name;
        this.loader = loader;
    }

    /** Opens it; no class of it is loaded yet. */
    public static DriverJar open(Path jar) {
        String name = String.valueOf(jar.getFileName());
        try {
            URL[] only = {jar.toUri().toURL()};
            return new DriverJar(name, new URLClassLoader("plug-in-" + name, only, new ContractOnlyLoader()));
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes its driver. Runs code of the plug-in.
     *
     * @throws UnfitDriverException in all cases in which there is none, whatever the plug-in's code throws
     */
    public MachineDriver driver() throws UnfitDriverException {
        String className = className();
        try {
            Object made =
                    Class.forName(className, true, loader).getConstructor().newInstance();
            if (made instanceof LineDriver || made instanceof FileDriver || made instanceof DeskDriver) {
                return (MachineDriver) made;
            }
            throw new UnfitDriverException(
                    Reason.NOT_A_DRIVER,
                    "Its class " + className + " implements neither LineDriver nor FileDriver nor DeskDriver.");
        } catch (ClassNotFoundException e) {
            throw new UnfitDriverException(
                    Reason.NOT_A_DRIVER, "Its class " + className + " cannot be found: " + e.getMessage() + ".", e);
        } catch (NoSuchMethodException | IllegalAccessException | InstantiationException e) {
            throw new UnfitDriverException(
                    Reason.NOT_A_DRIVER,
                    "Its class " + className + " is not public, not concrete or has no public constructor without"
                            + " parameters.",
                    e);
        } catch (ReflectiveOperationException | RuntimeException | Error e) {
            throw failed(className, e);
        }
    }

    private static UnfitDriverException failed(String className, Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return new UnfitDriverException(
                Reason.FAILS_TO_START, "Its class " + className + " cannot be made: " + root + ".", e);
    }

    /** Read once: a kit makes drivers by the thousand, and an archive is slow to open. */
    private synchronized String className() throws UnfitDriverException {
        String known = className;
        if (known == null) {
            known = namedClass();
            className = known;
        }
        return known;
    }

    private String namedClass() throws UnfitDriverException {
        String entry = text(SERVICE_ENTRY);
        if (entry == null) {
            throw new UnfitDriverException(
                    Reason.NO_SERVICE_ENTRY,
                    "It has no " + SERVICE_ENTRY + ", the file that names the class of its driver.");
        }
        List<String> names = entry.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        if (names.size() != 1) {
            throw new UnfitDriverException(
                    Reason.NO_SERVICE_ENTRY,
                    "Its " + SERVICE_ENTRY + " names " + names.size() + " classes; one JAR holds one driver.");
        }
        return names.get(0);
    }

    /** A text file of the JAR, null when there is none of that name. */
    public @Nullable String text(String resource) {
        byte[] content = bytes(resource);
        return content == null ? null : new String(content, StandardCharsets.UTF_8);
    }

    /** A file of the JAR, null when there is none of that name. */
    public byte @Nullable [] bytes(String resource) {
        URL own = loader.findResource(resource);
        if (own == null) {
            return null;
        }
        try {
            URLConnection entry = own.openConnection();
            // The cache would keep the archive open beyond this loader.
            entry.setUseCaches(false);
            try (InputStream in = entry.getInputStream()) {
                return in.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": " + resource + " cannot be read", e);
        }
    }

    /** The loader of its classes, for those who look services up through the thread's own. */
    public ClassLoader loader() {
        return loader;
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be closed", e);
        }
    }
}
