package org.stitchery.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A JAR as it describes itself before any of it runs.
 *
 * @param file its name
 * @param sha256 of its bytes
 * @param driverId as its manifest says
 * @param version as its manifest says
 * @param contract versions of the contract it works with
 */
public record InspectedJar(String file, String sha256, String driverId, String version, String contract) {

    /** Thrown for a JAR that would be refused whoever allowed it. */
    public static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Refusal refusal;

        Refused(Refusal refusal) {
            super(refusal.sentence());
            this.refusal = refusal;
        }

        public Refusal refusal() {
            return refusal;
        }
    }

    /**
     * Looks at a file wherever it lies, without any list.
     *
     * @throws Refused when it is no JAR with a driver for this contract
     * @throws IOException when there is no such file
     */
    public static InspectedJar of(Path file) throws Refused, IOException {
        String name = String.valueOf(file.getFileName());
        Path real = file.toRealPath();
        Path copy = Files.createTempFile("stitchery-inspected", ".jar");
        try {
            JarBytes jar = JarBytes.read(real, JarBytes.Look.at(real), Long.MAX_VALUE);
            jar.requireArchive();
            Files.write(copy, jar.content());
            Manifested manifested = JarInspection.inspect(copy);
            return new InspectedJar(
                    name, jar.sha256(), manifested.driverId(), manifested.version(), manifested.contract());
        } catch (RefusedException e) {
            throw new Refused(e.refusal(name));
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
