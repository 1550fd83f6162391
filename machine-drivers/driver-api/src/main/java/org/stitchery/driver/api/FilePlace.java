package org.stitchery.driver.api;

import java.util.List;
import java.util.Optional;

/**
 * One folder in which a machine, or its operator, looks for designs: on this computer, on a share, behind FTP or SFTP.
 *
 * <p>Errands are run in the order in which they were given, one at a time. Nothing is ever replaced: writing and renaming
 * onto a name that is taken is refused with {@link FilePlaceException.Reason#TAKEN}. Places where the system below would
 * replace silently look first; between that look and the deed lies a moment in which another program could take the name.
 */
public non-sealed interface FilePlace extends Link {

    /** Longest name any place takes. */
    int LONGEST_NAME = 120;

    /** Whether a file of that name is there. */
    Errand<Optional<PlacedFile>> look(String fileName);

    /**
     * What is there, folders left out, by name.
     *
     * @param most how many at most, 1 to 10,000
     */
    Errand<List<PlacedFile>> list(int most);

    /**
     * Makes a new file, whole and flushed as far as the place can, and asks the place how long it has become.
     *
     * <p>Part of it may be there after a failure; the name it was written under should therefore be one the machine
     * ignores.
     */
    Errand<PlacedFile> write(String fileName, byte[] content);

    /** Gives a file its final name in one step. */
    Errand<PlacedFile> rename(String fileName, String newName);

    /** Takes a file away; false when it was not there. */
    Errand<Boolean> remove(String fileName);

    /**
     * A name that means a file in this folder and nothing else, in every place.
     *
     * @throws IllegalArgumentException for separators, control characters, a leading blank, {@code .} and {@code ..}, an
     *     empty name or one beyond {@link #LONGEST_NAME}
     */
    static String requirePlain(String fileName) {
        boolean plain = !fileName.isBlank()
                && fileName.length() <= LONGEST_NAME
                && !fileName.equals(".")
                && !fileName.equals("..")
                && fileName.equals(fileName.strip())
                && fileName.chars().noneMatch(c -> c < ' ' || c == 0x7F || "/\\:*?\"<>|".indexOf(c) >= 0);
        if (!plain) {
            throw new IllegalArgumentException("A file's name is 1 to " + LONGEST_NAME
                    + " characters without separators, wildcards and control characters, found \""
                    + fileName.replaceAll("\\p{Cntrl}", "?") + "\"");
        }
        return fileName;
    }
}
