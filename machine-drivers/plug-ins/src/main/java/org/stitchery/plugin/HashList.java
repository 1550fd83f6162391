package org.stitchery.plugin;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stitchery.plugin.Refusal.Reason;

/**
 * Contents the owner has allowed, in a file as {@code sha256sum} writes and checks it: hash, two blanks (or a blank and an
 * asterisk), name. The hash counts; the name tells when a file of that name has changed. {@code #} begins a comment.
 */
final class HashList {

    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64}) [ *](.+)");
    private static final long LARGEST_BYTES = 1 << 20;

    private final Map<String, String> nameByHash;
    private final List<Refusal> complaints;

    private HashList(Map<String, String> nameByHash, List<Refusal> complaints) {
        this.nameByHash = nameByHash;
        this.complaints = complaints;
    }

    /** A list that is not there is empty; one that anybody may write to counts as empty too, and says so. */
    static HashList read(Path file) {
        Map<String, String> names = new TreeMap<>();
        List<Refusal> complaints = new ArrayList<>();
        String name = String.valueOf(file.getFileName());
        try {
            if (!Files.exists(file)) {
                return new HashList(names, complaints);
            }
            if (othersMayWrite(file)) {
                complaints.add(new Refusal(
                        name,
                        Reason.LIST_UNUSABLE,
                        "Anybody on this computer may write to it, so it allows nothing. Say: chmod o-w " + file));
            } else if (Files.size(file) > LARGEST_BYTES) {
                complaints.add(new Refusal(name, Reason.LIST_UNUSABLE, "It is larger than 1 MiB, so it is not read."));
            } else {
                parse(name, Files.readAllLines(file), names, complaints);
            }
        } catch (NoSuchFileException e) {
            // Taken away in this moment: empty, as if it had not been there.
            names.clear();
        } catch (MalformedInputException e) {
            complaints.add(new Refusal(name, Reason.LIST_UNUSABLE, "It is no text in UTF-8, so it allows nothing."));
        } catch (IOException e) {
            complaints.add(new Refusal(name, Reason.LIST_UNUSABLE, "It cannot be read: " + e.getMessage() + "."));
        }
        return new HashList(names, complaints);
    }

    private static boolean othersMayWrite(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return false;
        }
        Set<PosixFilePermission> may = Files.getPosixFilePermissions(file);
        return may.contains(PosixFilePermission.OTHERS_WRITE);
    }

    private static void parse(String name, List<String> lines, Map<String, String> names, List<Refusal> complaints) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).stripTrailing();
            Matcher entry = LINE.matcher(line);
            if (entry.matches()) {
                names.put(entry.group(1).toLowerCase(Locale.ROOT), baseName(entry.group(2)));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                complaints.add(new Refusal(
                        name,
                        Reason.LIST_UNUSABLE,
                        "Line " + (i + 1) + " is not as sha256sum writes it (64 hexadecimal digits, two blanks, a"
                                + " name). It is passed over; the others count."));
            }
        }
    }

    /** Whoever made the list may have stood in another folder. */
    private static String baseName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    boolean has(String hash) {
        return nameByHash.containsKey(hash);
    }

    /** True when a file of this name is on it, whatever its content. */
    boolean knows(String name) {
        return nameByHash.containsValue(name);
    }

    List<Refusal> complaints() {
        return complaints;
    }

    /** The line that allows a file. */
    static String line(String hash, String name) {
        return hash + "  " + name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HashList list
                && list.nameByHash.equals(nameByHash)
                && list.complaints.equals(complaints);
    }

    @Override
    public int hashCode() {
        return nameByHash.hashCode();
    }
}
