package org.stitchery.plugin.process;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.plugin.host.DriverHost;

/**
 * Packs what a child needs, the contract and the host program, from wherever this program's own classes lie: so that a
 * child's class path holds nothing else, even where we ourselves are one big archive.
 */
final class HostJar {

    private HostJar() {}

    /** @throws IOException also when our own classes cannot be found as files */
    static void write(Path target) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        for (Class<?> one : List.of(MachineDriver.class, DriverHost.class)) {
            collect(one, classes);
        }
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(unfinished))) {
            for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
                JarEntry each = new JarEntry(entry.getKey());
                each.setTime(0);
                jar.putNextEntry(each);
                jar.write(entry.getValue());
            }
        }
        Files.move(unfinished, target);
    }

    private static void collect(Class<?> one, Map<String, byte[]> classes) throws IOException {
        String folder = one.getPackageName().replace('.', '/') + "/";
        Path origin = origin(one);
        int before = classes.size();
        if (Files.isDirectory(origin)) {
            fromFolder(origin, folder, classes);
        } else {
            fromArchive(origin, folder, classes);
        }
        if (classes.size() == before) {
            throw new IOException("No classes of " + folder + " in " + origin);
        }
    }

    private static Path origin(Class<?> one) throws IOException {
        CodeSource source = one.getProtectionDomain().getCodeSource();
        if (source == null) {
            throw new IOException("It is not known where " + one.getName() + " was loaded from");
        }
        try {
            URL url = source.getLocation();
            if (url.getProtocol().equals("jar")) {
                url = ((JarURLConnection) url.openConnection()).getJarFileURL();
            }
            return Path.of(url.toURI());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IOException(one.getName() + " was loaded from " + source.getLocation() + ", which is no file", e);
        }
    }

    private static void fromFolder(Path origin, String folder, Map<String, byte[]> classes) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(origin.resolve(folder))) {
            all.filter(file -> file.toString().endsWith(".class")).forEach(files::add);
        }
        for (Path file : files) {
            classes.put(folder + file.getFileName(), Files.readAllBytes(file));
        }
    }

    private static void fromArchive(Path origin, String folder, Map<String, byte[]> classes) throws IOException {
        try (JarFile jar = new JarFile(origin.toFile())) {
            List<JarEntry> entries = jar.stream()
                    .filter(entry -> entry.getName().startsWith(folder)
                            && entry.getName().endsWith(".class"))
                    .filter(entry -> entry.getName().indexOf('/', folder.length()) < 0)
                    .toList();
            for (JarEntry entry : entries) {
                try (InputStream in = jar.getInputStream(entry)) {
                    classes.put(entry.getName(), in.readAllBytes());
                }
            }
        }
    }
}
