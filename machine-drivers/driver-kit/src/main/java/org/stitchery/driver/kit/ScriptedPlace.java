package org.stitchery.driver.kit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Errand;
import org.stitchery.driver.api.FilePlace;
import org.stitchery.driver.api.FilePlaceException;
import org.stitchery.driver.api.FilePlaceException.Reason;
import org.stitchery.driver.api.PlacedFile;

/**
 * A folder in memory whose errands take as many turns as it is told, and one of which can go wrong. It remembers every
 * state a machine that looks in could have seen.
 */
final class ScriptedPlace implements FilePlace {

    /** What goes wrong with one errand. */
    enum Fault {
        /** Refused; nothing was changed. */
        REFUSED(Reason.REFUSED, false),
        /** No room; of a file half may be there. */
        FULL(Reason.FULL, false),
        /** The name is taken, or so it says. */
        TAKEN(Reason.TAKEN, false),
        /** The file is not there, or so it says. */
        MISSING(Reason.MISSING, false),
        /** Done, and the answer was lost. */
        DONE_UNANSWERED(Reason.UNANSWERED, true),
        /** Not done, and the answer was lost. */
        UNDONE_UNANSWERED(Reason.UNANSWERED, false),
        /** Done, and the place is gone. */
        DONE_LOST(null, true),
        /** Not done, and the place is gone. */
        UNDONE_LOST(null, false),
        /** Half of the bytes arrived, and it says so. */
        SHORT(null, true),
        /** It never comes to an end, and is done nevertheless. */
        DONE_ENDLESS(null, true),
        /** It never comes to an end. */
        ENDLESS(null, false);

        private final @Nullable Reason reason;
        private final boolean done;

        Fault(@Nullable Reason reason, boolean done) {
            this.reason = reason;
            this.done = done;
        }
    }

    /** Something that is done to the files. */
    private interface Deed<T> {
        T done() throws IOException;
    }

    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<Map<String, byte[]>> seen = new ArrayList<>();
    private final int turnsPerErrand;
    private int errands;
    private int changes;
    private int faultAt = -1;
    private @Nullable Fault fault;
    private boolean lost;
    private boolean turning;

    /** @param turnsPerErrand how often an errand is looked at before it is over, 0 or more */
    ScriptedPlace(int turnsPerErrand) {
        this.turnsPerErrand = turnsPerErrand;
    }

    /** The errand with that number, counted from 0, goes wrong. */
    ScriptedPlace goingWrongAt(int errand, Fault how) {
        faultAt = errand;
        fault = how;
        return this;
    }

    void put(String name, byte[] content) {
        files.put(name, content.clone());
        remember();
    }

    /** What lies there now. */
    Map<String, byte[]> files() {
        return new TreeMap<>(files);
    }

    /** Every state there ever was. */
    List<Map<String, byte[]>> seen() {
        return List.copyOf(seen);
    }

    int errands() {
        return errands;
    }

    int changes() {
        return changes;
    }

    boolean lost() {
        return lost;
    }

    void beginTurn() {
        turning = true;
    }

    void endTurn() {
        turning = false;
    }

    @Override
    public String name() {
        return "folder:/scripted";
    }

    @Override
    public Errand<Optional<PlacedFile>> look(String fileName) {
        FilePlace.requirePlain(fileName);
        return errand(
                false,
                () -> Optional.ofNullable(files.get(fileName)).map(bytes -> new PlacedFile(fileName, bytes.length)));
    }

    @Override
    public Errand<List<PlacedFile>> list(int most) {
        return errand(
                false,
                () -> files.entrySet().stream()
                        .limit(most)
                        .map(file -> new PlacedFile(file.getKey(), file.getValue().length))
                        .toList());
    }

    @Override
    public Errand<PlacedFile> write(String fileName, byte[] content) {
        FilePlace.requirePlain(fileName);
        byte[] own = content.clone();
        boolean half = errands == faultAt && (fault == Fault.SHORT || fault == Fault.FULL);
        return change(true, () -> {
            requireFree(fileName);
            // Half of it is to be seen before all of it is.
            files.put(fileName, Arrays.copyOf(own, own.length / 2));
            remember();
            if (!half) {
                files.put(fileName, own);
            }
            return new PlacedFile(fileName, files.get(fileName).length);
        });
    }

    @Override
    public Errand<PlacedFile> rename(String fileName, String newName) {
        FilePlace.requirePlain(fileName);
        FilePlace.requirePlain(newName);
        return change(false, () -> {
            byte[] content = files.get(fileName);
            if (content == null) {
                throw refusal(Reason.MISSING);
            }
            requireFree(newName);
            files.remove(fileName);
            files.put(newName, content);
            return new PlacedFile(newName, content.length);
        });
    }

    @Override
    public Errand<Boolean> remove(String fileName) {
        FilePlace.requirePlain(fileName);
        return change(false, () -> files.remove(fileName) != null);
    }

    private void requireFree(String fileName) throws FilePlaceException {
        if (files.containsKey(fileName)) {
            throw refusal(Reason.TAKEN);
        }
    }

    private FilePlaceException refusal(Reason reason) {
        return new FilePlaceException(reason, name() + ": " + reason + ". Look after the folder.", null);
    }

    private <T> Errand<T> change(boolean writes, Deed<T> deed) {
        if (!turning) {
            throw new AssertionError("a driver changed files while none of its exchanges was turned");
        }
        changes++;
        return errand(writes, () -> {
            T result = deed.done();
            remember();
            return result;
        });
    }

    private void remember() {
        seen.add(new TreeMap<>(files));
    }

    private <T> Errand<T> errand(boolean writes, Deed<T> deed) {
        Fault own = errands++ == faultAt ? fault : null;
        return new Errand<>() {
            private int looks;
            private @Nullable T result;
            private @Nullable IOException failure;
            private boolean over;

            @Override
            public boolean over() {
                if (!over && looks++ >= turnsPerErrand) {
                    end();
                }
                return over;
            }

            private void end() {
                try {
                    if (lost) {
                        throw new IOException(name() + " is gone");
                    }
                    if (own == null || own.done) {
                        result = deed.done();
                    } else if (own == Fault.FULL && writes) {
                        deed.done();
                    }
                    wrong(own);
                } catch (IOException e) {
                    failure = e;
                }
                over = own != Fault.ENDLESS && own != Fault.DONE_ENDLESS;
                looks = over ? looks : Integer.MIN_VALUE;
            }

            @Override
            public T result() throws IOException {
                if (!over) {
                    throw new IllegalStateException("an errand was asked for its result before it was over");
                }
                if (failure != null) {
                    throw failure;
                }
                return Objects.requireNonNull(result);
            }
        };
    }

    private void wrong(@Nullable Fault how) throws IOException {
        if (how == Fault.DONE_LOST || how == Fault.UNDONE_LOST) {
            lost = true;
            throw new IOException(name() + " is gone");
        }
        if (how != null && how.reason != null) {
            throw refusal(how.reason);
        }
    }
}
