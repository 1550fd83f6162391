package org.stitchery.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.plugin.Refusal.Reason;
import org.stitchery.plugin.host.DriverJar;

/** Reads a JAR to its last byte without running any of it. */
final class JarInspection {

    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_UNPACKED_BYTES = 128L << 20;

    private static final Pattern CONTRACT_CLASS = Pattern.compile("(META-INF/versions/\\d+/)?"
            + Pattern.quote(MachineDriver.class.getPackageName().replace('.', '/'))
            + "/[^/]+\\.class");

    private JarInspection() {}

    /** @return what its manifest says */
    static Manifested inspect(Path jar) throws RefusedException {
        try (JarFile file = new JarFile(jar.toFile())) {
            if (file.size() > MOST_ENTRIES) {
                throw new RefusedException(
                        Reason.TOO_LARGE,
                        "It has " + file.size() + " entries; a driver has at most " + MOST_ENTRIES + ".");
            }
            readAll(file);
            refuseContract(file);
            Manifested manifested = Manifested.of(file.getManifest());
            manifested.requireOurContract();
            if (file.getEntry(DriverJar.SERVICE_ENTRY) == null) {
                throw new RefusedException(
                        Reason.NO_SERVICE_ENTRY,
                        "It has no " + DriverJar.SERVICE_ENTRY + ", the file that names the class of its driver.");
            }
            return manifested;
        } catch (IOException | SecurityException e) {
            throw new RefusedException(
                    Reason.DAMAGED,
                    "It is damaged, most likely cut off while it was copied: " + e.getMessage() + ".",
                    null,
                    e);
        }
    }

    /** The archive carries a checksum of each entry; only who unpacks it learns whether it is right. */
    private static void readAll(JarFile file) throws IOException, RefusedException {
        byte[] piece = new byte[8192];
        long left = MOST_UNPACKED_BYTES;
        for (Enumeration<JarEntry> all = file.entries(); all.hasMoreElements(); ) {
            try (InputStream in = file.getInputStream(all.nextElement())) {
                for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                    left -= count;
                    if (left < 0) {
                        throw new RefusedException(
                                Reason.TOO_LARGE, "Unpacked it has more than " + MOST_UNPACKED_BYTES + " bytes.");
                    }
                }
            }
        }
    }

    private static void refuseContract(JarFile file) throws RefusedException {
        for (Enumeration<JarEntry> all = file.entries(); all.hasMoreElements(); ) {
            String name = all.nextElement().getName();
            if (CONTRACT_CLASS.matcher(name).matches()) {
                throw new RefusedException(
                        Reason.BUNDLES_CONTRACT,
                        "It brings the driver contract along (" + name
                                + "). Build it with the contract as \"provided\", so that it uses ours.");
            }
        }
    }
}
