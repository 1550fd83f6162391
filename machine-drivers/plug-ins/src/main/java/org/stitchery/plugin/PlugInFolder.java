package org.stitchery.plugin;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DriverDescription;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.plugin.Refusal.Reason;
import org.stitchery.plugin.host.DriverJar;
import org.stitchery.plugin.host.UnfitDriverException;
import org.stitchery.plugin.process.Limits;
import org.stitchery.plugin.process.ProcessDriver;

/**
 * A folder into which the owner drops drivers as JARs, and what has become of each.
 *
 * <p>A JAR is read once, checked without running any of it, copied to a place of ours, compared with the owner's lists, and
 * only then started, first always in a process of its own: a driver that dies or hangs when it is made takes nobody with
 * it. Two lists lie with the owner, in the format of {@code sha256sum}: {@code allowed.sha256}, what may run, each machine's
 * driver in its own process; {@code trusted.sha256}, what may run inside of this process. Nothing runs that is on neither.
 *
 * <p>{@link #rescan} looks at what changed; call it now and then. A JAR that was taken out or replaced is no longer offered;
 * it stays usable for connections that are open, and is closed when the last of them is.
 *
 * <p>Any thread; one scan at a time.
 */
public final class PlugInFolder implements AutoCloseable {

    public static final String ALLOWED = "allowed.sha256";
    public static final String TRUSTED = "trusted.sha256";

    /**
     * What there is.
     *
     * @param plugIns ready for use, by id
     * @param leaving taken out, with connections still open
     * @param refused by file
     */
    public record Stock(List<PlugIn> plugIns, List<PlugIn> leaving, List<Refusal> refused) {
        public Stock {
            plugIns = List.copyOf(plugIns);
            leaving = List.copyOf(leaving);
            refused = List.copyOf(refused);
        }
    }

    /** What a file was found to be; one of the two is there. */
    private record Found(
            JarBytes.Look look,
            @Nullable PlugIn plugIn,
            @Nullable Refusal refusal) {

        boolean stands() {
            return refusal == null || refusal.reason() != Reason.STILL_BEING_WRITTEN;
        }
    }

    private final Path folder;
    private final Path lists;
    private final Path work;
    private final Set<String> takenIds;
    private final Limits limits;
    private final Map<String, Found> found = new TreeMap<>();
    private final List<PlugIn> leaving = new ArrayList<>();
    private List<Refusal> trouble = List.of();
    private List<HashList> lastLists = List.of();
    private volatile Stock stock = new Stock(List.of(), List.of(), List.of());
    private int copies;

    /**
     * @param folder where JARs are dropped; it may be missing, which means none
     * @param lists folder of the two lists, mostly the same
     * @param work a folder of ours alone for copies; what an earlier run left in it is taken away
     * @param takenIds ids no plug-in may use: the drivers that ride with us
     * @throws IOException when the work folder cannot be had
     */
    public PlugInFolder(Path folder, Path lists, Path work, Set<String> takenIds, Limits limits) throws IOException {
        this.folder = folder;
        this.lists = lists;
        this.work = ownFolder(work);
        this.takenIds = Set.copyOf(takenIds);
        this.limits = limits;
    }

    private static Path ownFolder(Path work) throws IOException {
        Files.createDirectories(work);
        if (work.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwx------"));
        }
        empty(work);
        return work.toRealPath();
    }

    private static void empty(Path work) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(work, "*.jar*")) {
            for (Path copy : left) {
                Files.delete(copy);
            }
        }
    }

    /** What the last scan found. Never waits. */
    public Stock stock() {
        return stock;
    }

    /** Where JARs are dropped. */
    public Path folder() {
        return folder;
    }

    /** Looks at what changed since the last time. May start processes and take seconds for a new JAR. */
    public synchronized Stock rescan() {
        HashList nowAllowed = HashList.read(lists.resolve(ALLOWED));
        HashList nowTrusted = HashList.read(lists.resolve(TRUSTED));
        List<HashList> nowLists = List.of(nowAllowed, nowTrusted);
        boolean listsChanged = !nowLists.equals(lastLists);
        lastLists = nowLists;
        Map<String, JarBytes.Look> there = looks();
        found.entrySet().removeIf(entry -> {
            Found known = entry.getValue();
            boolean same = known.look().equals(there.get(entry.getKey())) && known.stands();
            boolean stays = same && !(listsChanged && concernsLists(known, nowAllowed, nowTrusted));
            if (!stays && known.plugIn() != null) {
                leaving.add(known.plugIn());
            }
            return !stays;
        });
        there.forEach((name, look) -> {
            if (!found.containsKey(name)) {
                found.put(name, examine(name, look, nowAllowed, nowTrusted));
            }
        });
        releaseUnused();
        return publish(nowAllowed, nowTrusted);
    }

    /** Whether another list may change what was said of it. */
    private static boolean concernsLists(Found known, HashList allowed, HashList trusted) {
        PlugIn plugIn = known.plugIn();
        return plugIn == null || isolation(plugIn.sha256(), allowed, trusted) != plugIn.isolation();
    }

    private static @Nullable Isolation isolation(String sha256, HashList allowed, HashList trusted) {
        return trusted.has(sha256) ? Isolation.IN_HOUSE : allowed.has(sha256) ? Isolation.OWN_PROCESS : null;
    }

    private Map<String, JarBytes.Look> looks() {
        Map<String, JarBytes.Look> looks = new TreeMap<>();
        trouble = List.of();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                String name = String.valueOf(file.getFileName());
                if (name.toLowerCase(Locale.ROOT).endsWith(".jar")) {
                    looks.put(name, JarBytes.Look.at(file));
                }
            }
        } catch (NoSuchFileException e) {
            // No folder, or a file went in this moment; the next scan sees what is there.
            return looks;
        } catch (NotDirectoryException e) {
            trouble = List.of(new Refusal(folder.toString(), Reason.UNREADABLE, "This is no folder."));
        } catch (IOException e) {
            trouble = List.of(new Refusal(
                    folder.toString(), Reason.UNREADABLE, "The folder cannot be read: " + e.getMessage() + "."));
        }
        return looks;
    }

    private Found examine(String name, JarBytes.Look look, HashList allowed, HashList trusted) {
        Path copy = work.resolve("plug-in-" + ++copies + ".jar");
        try {
            PlugIn plugIn = start(
                    name,
                    JarBytes.read(folder.resolve(name), look, System.currentTimeMillis()),
                    copy,
                    allowed,
                    trusted);
            return new Found(look, plugIn, null);
        } catch (RefusedException e) {
            discard(copy);
            return new Found(look, null, e.refusal(name));
        } catch (IOException e) {
            discard(copy);
            return new Found(
                    look, null, new Refusal(name, Reason.UNREADABLE, "It cannot be copied: " + e.getMessage() + "."));
        }
    }

    private PlugIn start(String name, JarBytes jar, Path copy, HashList allowed, HashList trusted)
            throws RefusedException, IOException {
        Isolation isolation = isolation(jar.sha256(), allowed, trusted);
        if (isolation == null && (allowed.knows(name) || trusted.knows(name))) {
            throw notOnTheList(
                    Reason.TAMPERED,
                    name,
                    jar,
                    "It is not the " + name
                            + " that was allowed: its content has changed. If you changed it yourself, ");
        }
        jar.requireArchive();
        Files.write(copy, jar.content(), StandardOpenOption.CREATE_NEW);
        Manifested manifested = JarInspection.inspect(copy);
        if (isolation == null) {
            throw notOnTheList(Reason.NOT_ALLOWED, name, jar, "Nobody has allowed it yet. If you trust who made it, ");
        }
        return start(name, jar, copy, manifested, isolation);
    }

    private PlugIn start(String name, JarBytes jar, Path copy, Manifested manifested, Isolation isolation)
            throws RefusedException, IOException {
        try {
            ProcessDriver apart = ProcessDriver.of(copy, work, limits);
            compare(manifested, apart.driver().description());
            if (isolation == Isolation.OWN_PROCESS) {
                MachineDriver driver = apart.driver();
                return new PlugIn(name, jar.sha256(), manifested, isolation, driver, apart::open, copy, null);
            }
            DriverJar loaded = DriverJar.open(copy);
            CountedDriver inHouse = new CountedDriver(loaded.driver());
            return new PlugIn(name, jar.sha256(), manifested, isolation, inHouse.driver(), inHouse::open, copy, loaded);
        } catch (UnfitDriverException e) {
            throw new RefusedException(Reason.valueOf(e.reason().name()), String.valueOf(e.getMessage()), null, e);
        }
    }

    private void compare(Manifested manifested, DriverDescription description) throws RefusedException {
        String id = description.id();
        if (!id.equals(manifested.driverId())) {
            throw new RefusedException(
                    Reason.WRONG_MANIFEST,
                    "Its manifest says that its driver is \"" + manifested.driverId() + "\", the driver says \"" + id
                            + "\".");
        }
        if (description.contractVersion() < manifested.contractFrom()
                || description.contractVersion() > manifested.contractTo()) {
            throw new RefusedException(
                    Reason.WRONG_CONTRACT,
                    "Its driver says that it was written for version " + description.contractVersion()
                            + " of the contract, its manifest says " + manifested.contract() + ".");
        }
        if (takenIds.contains(id)) {
            throw new RefusedException(
                    Reason.DUPLICATE_ID, "A driver \"" + id + "\" rides with Stitchery. Give this one another id.");
        }
        for (Map.Entry<String, Found> other : found.entrySet()) {
            PlugIn plugIn = other.getValue().plugIn();
            if (plugIn != null && plugIn.id().equals(id)) {
                throw new RefusedException(
                        Reason.DUPLICATE_ID,
                        "The driver \"" + id + "\" is already here, from " + other.getKey()
                                + ". Take one of them out.");
            }
        }
    }

    private RefusedException notOnTheList(Reason reason, String name, JarBytes jar, String why) {
        String line = HashList.line(jar.sha256(), name);
        return new RefusedException(
                reason, why + "add this line to " + lists.resolve(ALLOWED) + ": " + line, line, null);
    }

    private void releaseUnused() {
        for (Iterator<PlugIn> each = leaving.iterator(); each.hasNext(); ) {
            PlugIn plugIn = each.next();
            if (plugIn.open() == 0) {
                plugIn.release();
                each.remove();
            }
        }
    }

    private static void discard(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            // The next start empties the folder; a copy that nobody knows is never loaded.
            copy.toFile().deleteOnExit();
        }
    }

    private Stock publish(HashList nowAllowed, HashList nowTrusted) {
        List<PlugIn> plugIns = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>(trouble);
        refused.addAll(nowAllowed.complaints());
        refused.addAll(nowTrusted.complaints());
        for (Found each : found.values()) {
            if (each.plugIn() != null) {
                plugIns.add(each.plugIn());
            } else if (each.refusal() != null) {
                refused.add(each.refusal());
            }
        }
        plugIns.sort((a, b) -> a.id().compareTo(b.id()));
        Stock now = new Stock(plugIns, leaving, refused);
        stock = now;
        return now;
    }

    /** Closes all of it, used or not, and takes the copies away. */
    @Override
    public synchronized void close() {
        found.values().forEach(each -> {
            if (each.plugIn() != null) {
                leaving.add(each.plugIn());
            }
        });
        found.clear();
        leaving.forEach(PlugIn::release);
        leaving.clear();
        stock = new Stock(List.of(), List.of(), List.of());
        try {
            empty(work);
        } catch (IOException e) {
            // The next start does it.
            return;
        }
    }
}
