package org.stitchery.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A list of names, one a line, and the file each one's design goes to. */
final class NamesFile {

    private NamesFile() {}

    /**
     * Names in their order with a file for each; a name that comes twice is sewn from the same file.
     *
     * @param to the output as given: its folder and ending are kept, the name of each is added to its own
     * @throws Complaint when there is no name
     */
    static Map<String, Path> read(Path list, Path to) {
        String text = new String(InputFile.read(list).bytes(), StandardCharsets.UTF_8);
        String pattern = String.valueOf(to.getFileName());
        int dot = pattern.lastIndexOf('.');
        String stem = dot < 0 ? pattern : pattern.substring(0, dot);
        String ending = dot < 0 ? "" : pattern.substring(dot);
        Map<String, Path> files = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            String name = line.strip();
            if (!name.isEmpty() && !files.containsKey(name)) {
                Path file = to.resolveSibling(stem + "-" + plain(name) + ending);
                for (int n = 2; files.containsValue(file); n++) {
                    file = to.resolveSibling(stem + "-" + plain(name) + "-" + n + ending);
                }
                files.put(name, file);
            }
        }
        if (files.isEmpty()) {
            throw Complaint.badFile(list, "holds no name. Write one on each line.", null);
        }
        return files;
    }

    /** What of a name every file system and every machine can show. */
    private static String plain(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return plain.isEmpty() ? "name" : plain;
    }
}
