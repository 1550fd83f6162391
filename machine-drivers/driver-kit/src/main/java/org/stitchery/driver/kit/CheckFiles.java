package org.stitchery.driver.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;

/**
 * What a driver's JAR brings along so that it can be checked without a test class of its author: below
 * {@value #FOLDER} a small order, and the conversations that deliver it.
 *
 * <pre>
 * order.properties
 *   label = ROSE-42                       1 to 16 of A-Z 0-9 _ -
 *   format = dst                          one the driver takes
 *   design = rose.dst                     file beside it, some hundred bytes
 *   settings.leader-bytes = 16            settings that differ from their defaults; none, or as many as there are
 *   transcripts = delivered.txt, held.txt line drivers: see {@link Transcript}; the first delivers the order
 *   control-bytes = 0                     line drivers: bytes sent to pause, resume or abort
 *   question-bytes = 0                    line drivers: bytes sent before anything that could be sewn
 *   finished-name = ROSE-42.DST           file drivers: under which name the machine finds the order
 *   also = taken.properties               everything is asked again with each of these files beside it; what such a
 *                                         file does not say is taken from this one
 * </pre>
 *
 * Drivers for machines that come and ask have no conversations; a class plays the machine, see {@link DeskAskers}. Frames in braces are not available there: write their bytes out.
 */
public final class CheckFiles {

    public static final String FOLDER = "META-INF/stitchery/check/";
    public static final String ORDER = "order.properties";

    private static final String SETTING = "settings.";
    private static final String ALSO = "also";

    private final Function<String, byte @Nullable []> files;
    private final Map<String, String> values = new TreeMap<>();

    private CheckFiles(Function<String, byte @Nullable []> files) {
        this.files = files;
        read(ORDER);
    }

    private void read(String name) {
        Properties read = new Properties();
        try {
            read.load(new StringReader(text(name)));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(FOLDER + name + " cannot be read: " + e.getMessage(), e);
        }
        read.stringPropertyNames()
                .forEach(line -> values.put(line, read.getProperty(line).strip()));
    }

    /**
     * @param files gives a file of the JAR by its path, null when there is none
     * @throws IllegalArgumentException saying what is missing
     */
    public static CheckFiles of(Function<String, byte @Nullable []> files) {
        return new CheckFiles(files);
    }

    /** Those on the class path of a class, for a driver's own tests. */
    public static CheckFiles ofClassPath(Class<?> beside) {
        return of(path -> {
            try (InputStream in = beside.getClassLoader().getResourceAsStream(path)) {
                return in == null ? null : in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    public DeliveryOrder order() {
        return new DeliveryOrder(value("label"), value("format"), bytes(value("design")), 1);
    }

    /** Settings that differ from their defaults. */
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(SETTING)) {
                settings.put(name.substring(SETTING.length()), value);
            }
        });
        return settings;
    }

    /** Names of the files with which everything is to be asked again. */
    public List<String> also() {
        return has(ALSO) ? names(ALSO) : List.of();
    }

    /** The same with what one of {@link #also()} says. */
    public CheckFiles with(String name) {
        CheckFiles other = new CheckFiles(files);
        other.read(name);
        return other;
    }

    /** As {@link DriverConformanceTest#transcripts()} wants them: from the root of the class path. */
    public List<String> transcripts() {
        return names("transcripts").stream().map(name -> "/" + FOLDER + name).toList();
    }

    private List<String> names(String line) {
        return Arrays.stream(value(line).split(",", -1)).map(String::strip).toList();
    }

    /** One of {@link #transcripts()}, read. */
    public Transcript transcript(String name) {
        String plain = name.substring(name.lastIndexOf('/') + 1);
        return Transcript.parse(plain, text(plain), order().content());
    }

    /** Bytes a driver sends to pause, resume or abort. */
    public int controlBytes() {
        return number("control-bytes");
    }

    /** Most bytes it sends before anything that a machine could sew. */
    public int questionBytes() {
        return number("question-bytes");
    }

    private int number(String name) {
        String count = values.getOrDefault(name, "0");
        try {
            return Integer.parseInt(count);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    FOLDER + ORDER + ": " + name + " is a whole number, found \"" + count + "\"", e);
        }
    }

    /** The name under which a machine looks for the order. */
    public String finishedName() {
        return value("finished-name");
    }

    /** Whether a line of that name is there. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    private String value(String name) {
        String value = values.get(name);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException(FOLDER + ORDER + " lacks the line \"" + name + " = ...\"");
        }
        return value;
    }

    private String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String name) {
        byte[] content = files.apply(FOLDER + name);
        if (content == null) {
            throw new IllegalArgumentException(FOLDER + name + " is missing");
        }
        return content;
    }
}
