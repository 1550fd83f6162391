package org.stitchery.plugin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Builds drivers as their authors do, from the template, and changes what a test wants changed. */
public final class JarWorkshop {

    public static final String ID = "example-tape-feed";
    public static final String SERVICE = "META-INF/services/org.stitchery.driver.api.MachineDriver";

    private static final Path TEMPLATE = Path.of("../template/src/main");

    private final Path folder;
    private final Map<String, String> sources = new TreeMap<>();
    private final Map<String, byte[]> entries = new TreeMap<>();
    private final Map<String, String> manifest = new TreeMap<>();

    private JarWorkshop(Path folder) throws IOException {
        this.folder = folder;
        for (Path source : files(TEMPLATE.resolve("java"))) {
            sources.put(TEMPLATE.resolve("java").relativize(source).toString(), Files.readString(source));
        }
        for (Path resource : files(TEMPLATE.resolve("resources"))) {
            entries.put(TEMPLATE.resolve("resources").relativize(resource).toString(), Files.readAllBytes(resource));
        }
        manifest.put("Stitchery-Driver-Id", ID);
        manifest.put("Stitchery-Contract", "1");
        manifest.put("Implementation-Version", "1.0.0");
    }

    /** @param folder where it may put what it makes on the way */
    public static JarWorkshop template(Path folder) {
        try {
            return new JarWorkshop(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces text in the source of a class of the template. */
    public JarWorkshop inSource(String className, String before, String after) {
        String name = "com/example/stitchery/tapefeed/" + className + ".java";
        String old = sources.getOrDefault(name, "");
        if (!old.contains(before)) {
            throw new IllegalArgumentException(name + " has no " + before);
        }
        sources.put(name, old.replace(before, after));
        return this;
    }

    /** Another id, everywhere. */
    public JarWorkshop id(String id) {
        return inSource("TapeFeedDriver", "\"" + ID + "\"", "\"" + id + "\"").manifest("Stitchery-Driver-Id", id);
    }

    public JarWorkshop manifest(String name, String value) {
        manifest.put(name, value);
        return this;
    }

    public JarWorkshop entry(String name, String content) {
        entries.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public JarWorkshop without(String name) {
        entries.remove(name);
        manifest.remove(name);
        return this;
    }

    /** Compiles and packs. */
    public byte[] bytes() {
        try {
            Path work = Files.createTempDirectory(folder, "jar");
            Path classes = Files.createDirectories(work.resolve("classes"));
            List<String> arguments = new ArrayList<>(
                    List.of("--release", "17", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
            for (Map.Entry<String, String> source : sources.entrySet()) {
                Path file = work.resolve("java").resolve(source.getKey());
                Files.createDirectories(file.resolveSibling("."));
                Files.writeString(file, source.getValue());
                arguments.add(file.toString());
            }
            int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
            if (status != 0) {
                throw new IllegalArgumentException("does not compile");
            }
            return pack(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, as a file whose copying was over long ago. */
    public Path into(Path target) {
        try {
            Files.write(target, bytes());
            return old(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As if its copying was over long ago. */
    public static Path old(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() - 60_000));
        return file;
    }

    private byte[] pack(Path classes) throws IOException {
        Manifest written = new Manifest();
        written.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.forEach((name, value) -> written.getMainAttributes().put(new Attributes.Name(name), value));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, written)) {
            for (Path file : files(classes)) {
                put(jar, classes.relativize(file).toString(), Files.readAllBytes(file));
            }
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                put(jar, entry.getKey(), entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static void put(JarOutputStream jar, String name, byte[] content) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setTime(0);
        jar.putNextEntry(entry);
        jar.write(content);
    }

    private static List<Path> files(Path below) throws IOException {
        try (Stream<Path> all = Files.walk(below)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
