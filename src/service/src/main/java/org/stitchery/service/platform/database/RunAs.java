package org.stitchery.service.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * As whom the server's programs run. PostgreSQL refuses root. So as root we use either a user namespace, in which our
 * files stay root's and the server sees itself as somebody else, or another user, to whom its folder then belongs.
 *
 * @param prefix words to put before a command
 * @param owner whose the files must be; empty for whoever we are
 */
record RunAs(List<String> prefix, Optional<String> owner) {

    private static final int ROOT = 0;
    private static final List<String> USUAL_USERS = List.of("postgres", "nobody");

    RunAs {
        prefix = List.copyOf(prefix);
    }

    /**
     * Finds a way.
     *
     * @param folder the server's folder; who owns it tells who we are, and who ran the server last time
     * @param wantedUser the user the owner of the house wishes for, used only as root
     */
    static RunAs choose(Path folder, Optional<String> wantedUser) throws IOException {
        Path probe = Files.createTempFile(folder, "who-", "");
        int we = (Integer) Files.getAttribute(probe, "unix:uid");
        Files.delete(probe);
        if (we != ROOT) {
            return new RunAs(List.of(), Optional.empty());
        }
        boolean ours = (Integer) Files.getAttribute(folder, "unix:uid") == ROOT;
        if (wantedUser.isEmpty() && ours && works(List.of("unshare", "--user", "true"))) {
            return new RunAs(List.of("unshare", "--user"), Optional.empty());
        }
        List<String> before =
                ours ? USUAL_USERS : List.of(Files.getOwner(folder).getName());
        List<String> users = wantedUser.map(List::of).orElse(before);
        for (String user : users) {
            List<String> drop = List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
            for (List<String> way : List.of(drop, List.of("runuser", "-u", user, "--"))) {
                if (works(append(way, "true"))) {
                    return new RunAs(way, Optional.of(user));
                }
            }
        }
        throw new DatabaseException(
                "PostgreSQL does not run as root, user namespaces are not allowed here and there is no"
                        + " user " + String.join(" or ", users)
                        + " to run it as. Start the service as an ordinary user, or name"
                        + " a user in STITCHERY_DATABASE_SYSTEM_USER, or give another server's address in"
                        + " QUARKUS_DATASOURCE_JDBC_URL.");
    }

    /** Gives the folder to the one who runs the server and makes sure that they can enter it. */
    void own(Path folder) throws IOException {
        if (owner.isEmpty()) {
            return;
        }
        String user = owner.get();
        UserPrincipal principal =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (!Files.isSymbolicLink(file) && !Files.getOwner(file).equals(principal)) {
                    Files.getFileAttributeView(file, PosixFileAttributeView.class)
                            .setOwner(principal);
                }
            }
        }
        if (!works(command("test", "-x", folder.toString()))) {
            throw new DatabaseException("PostgreSQL does not run as root, so it runs as " + user + ", who cannot enter "
                    + folder + ". Allow passing through its parent folders (chmod o+x), choose another data folder with"
                    + " STITCHERY_DATA, or start the service as an ordinary user.");
        }
    }

    /** The command as it must be run. */
    List<String> command(String... words) {
        return append(prefix, words);
    }

    private static List<String> append(List<String> first, String... then) {
        List<String> all = new ArrayList<>(first);
        all.addAll(List.of(then));
        return all;
    }

    private static boolean works(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
