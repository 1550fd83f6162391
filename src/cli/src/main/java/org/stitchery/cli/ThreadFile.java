package org.stitchery.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.embroidery.thread.ThreadPalette;

/** Threads as a person writes them down: a line each, {@code #c81e2b 1302 Poppy}; number and name may be missing. */
final class ThreadFile {

    private static final Pattern LINE = Pattern.compile("#([0-9a-fA-F]{6})(?:[\\s,;]+(\\S+))?(?:[\\s,;]+(.*))?");

    private ThreadFile() {}

    /** @throws Complaint naming the line that is none */
    static ThreadPalette read(Path path) {
        String text = new String(InputFile.read(path).bytes(), StandardCharsets.UTF_8);
        List<ThreadColor> threads = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("//")) {
                continue;
            }
            Matcher match = LINE.matcher(line);
            if (!match.matches()) {
                throw Complaint.badFile(
                        path,
                        "line " + (i + 1) + " is no thread. Write the colour as #rrggbb, then number and name, for"
                                + " example \"#c81e2b 1302 Poppy\".",
                        null);
            }
            threads.add(new ThreadColor(
                    Integer.parseInt(match.group(1), 16),
                    "",
                    match.group(2) == null ? "" : match.group(2),
                    match.group(3) == null ? "" : match.group(3).strip()));
        }
        if (threads.isEmpty()) {
            throw Complaint.badFile(path, "holds no thread.", null);
        }
        return new ThreadPalette(String.valueOf(path.getFileName()), threads);
    }
}
