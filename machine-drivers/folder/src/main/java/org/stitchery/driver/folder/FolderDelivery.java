package org.stitchery.driver.folder;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Errand;
import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.FilePlace;
import org.stitchery.driver.api.FilePlaceException;
import org.stitchery.driver.api.FilePlaceException.Reason;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.PlacedFile;
import org.stitchery.driver.api.SideFile;

/**
 * One design, with what lies beside it, on its way into a folder. Until the design is renamed no machine sees it, and all
 * can be taken back; what lies beside it gets its name before, so that a machine never finds the design alone.
 */
final class FolderDelivery implements Exchange<Outcome> {

    private static final String UNSEEN = "the file never had the name a machine looks for";

    private enum Step {
        BEGINNING,
        LOOKING,
        WRITING,
        CLEARING,
        RENAMING,
        CHECKING,
        TIDYING
    }

    private final DeliveryOrder order;
    private final byte[] content;
    private final FolderSettings settings;
    private final FilePlace place;
    private final Host host;
    private final Consumer<Optional<String>> over;

    /** The design comes last. */
    private final List<Piece> pieces;

    /** Names that are to be taken away if it comes to nothing, the latest first. */
    private final Deque<String> ours = new ArrayDeque<>();

    private Step step = Step.BEGINNING;
    private int at;
    private @Nullable Errand<?> errand;
    private @Nullable Outcome afterTidying;
    private boolean cleared;
    private boolean aborted;

    /** @param over hears the design's name when it lies there, and nothing otherwise */
    FolderDelivery(
            DeliveryOrder order, FolderSettings settings, FilePlace place, Host host, Consumer<Optional<String>> over) {
        this.order = order;
        this.content = order.content();
        this.settings = settings;
        this.place = place;
        this.host = host;
        this.over = over;
        List<Piece> all = new ArrayList<>();
        for (SideFile side : order.sideFiles()) {
            if (side.extension().equals(settings.colors())) {
                all.add(settings.side(order.label(), side.extension(), side.content()));
            }
        }
        all.add(settings.design(order.label(), content));
        this.pieces = List.copyOf(all);
    }

    @Override
    public @Nullable Outcome turn(long nowNanos) throws IOException {
        Outcome outcome = step == Step.BEGINNING ? begin() : goOn();
        if (outcome != null) {
            over.accept(outcome instanceof Outcome.Delivered ? Optional.of(design().finished()) : Optional.empty());
        }
        return outcome;
    }

    private @Nullable Outcome begin() {
        if (!order.format().equals(settings.format())) {
            return new Outcome.Rejected(
                    "This folder takes " + settings.format() + ", the design is " + order.format() + ".");
        }
        if (content.length > FolderDriver.LARGEST_BYTES) {
            return new Outcome.Rejected("The design has " + content.length + " bytes; the largest that is taken has "
                    + FolderDriver.LARGEST_BYTES + ".");
        }
        if (order.fromStitch() > 0) {
            return new Outcome.Rejected("A file is sewn from its beginning; the operator moves on to stitch "
                    + order.fromStitch() + " at the machine.");
        }
        if (!settings.takes(order.label())) {
            return new Outcome.Rejected(
                    "Names in this folder have at most " + settings.nameLength() + " characters, " + order.label()
                            + " has " + order.label().length() + ". Choose a shorter label or allow longer names.");
        }
        if (!settings.canBeScanned(order.label())) {
            return new Outcome.Rejected("The barcode of a work order has no sign for the low line in " + order.label()
                    + ". Choose another label.");
        }
        if (!settings.colors().isEmpty() && pieces.size() == 1) {
            return new Outcome.Rejected("This folder wants a list of colours (." + settings.colors()
                    + ") beside each design, and this one comes without. Name its colours, or switch the list off.");
        }
        if (aborted) {
            return takenBack();
        }
        return look(pieces.size() - 1);
    }

    private @Nullable Outcome goOn() throws IOException {
        Errand<?> now = errand;
        if (now == null || !now.over()) {
            return null;
        }
        try {
            Object result = now.result();
            return switch (step) {
                case LOOKING -> looked(((Optional<?>) result).isPresent());
                case WRITING -> written((PlacedFile) result);
                case CLEARING -> write(at);
                case RENAMING -> renamed((PlacedFile) result);
                case CHECKING -> checked((Optional<?>) result);
                case TIDYING -> tidyOn();
                case BEGINNING -> null;
            };
        } catch (FilePlaceException e) {
            return failed(e);
        }
    }

    // ---- looking, the design first: whoever sees it taken need not care about the rest

    private @Nullable Outcome look(int piece) {
        next(Step.LOOKING, piece, place.look(pieces.get(piece).finished()));
        return null;
    }

    private @Nullable Outcome looked(boolean taken) {
        if (taken) {
            return occupied();
        }
        return at > 0 ? look(at - 1) : write(0);
    }

    // ---- writing, under names no machine looks for

    private @Nullable Outcome write(int piece) {
        if (aborted) {
            return tidy(takenBack());
        }
        Piece next = pieces.get(piece);
        next(Step.WRITING, piece, place.write(next.unfinished(), next.content()));
        return null;
    }

    private @Nullable Outcome written(PlacedFile file) {
        Piece piece = piece();
        ours.push(piece.unfinished());
        if (!piece.isWhole(file.bytes())) {
            return tidy(new Outcome.NotStarted(
                    UNSEEN,
                    "Only " + file.bytes() + " of " + piece.content().length + " bytes arrived in " + place.name()
                            + ". Look for a full disk or another program that writes there."));
        }
        if (!isLast()) {
            cleared = false;
            return write(at + 1);
        }
        host.report(new MachineEvent.Progressed(Evidence.ACCEPTED_BY_SYSTEM, content.length));
        return rename(0);
    }

    // ---- renaming, the design last

    private @Nullable Outcome rename(int piece) {
        if (aborted) {
            return tidy(takenBack());
        }
        Piece next = pieces.get(piece);
        next(Step.RENAMING, piece, place.rename(next.unfinished(), next.finished()));
        return null;
    }

    private @Nullable Outcome renamed(PlacedFile file) {
        if (isLast()) {
            return piece().isWhole(file.bytes()) ? delivered() : changed(file);
        }
        ours.remove(piece().unfinished());
        ours.push(piece().finished());
        if (!piece().isWhole(file.bytes())) {
            return tidy(new Outcome.NotStarted(UNSEEN, "Something else has changed " + piece().finished() + "."));
        }
        return rename(at + 1);
    }

    /** After a rename without an answer: only finding the whole file is news one can rely on. */
    private @Nullable Outcome checked(Optional<?> found) {
        if (found.isPresent() && found.get() instanceof PlacedFile file) {
            return renamed(file);
        }
        String gone =
                "The place did not answer when " + piece().finished() + " was given its name, and it is not there";
        return isLast()
                ? unknown(gone + " now. It may have been loaded, or may still appear.")
                : tidy(new Outcome.NotStarted(UNSEEN, gone + "."));
    }

    // ---- endings

    private Outcome delivered() {
        host.report(new MachineEvent.Progressed(Evidence.ACKNOWLEDGED, content.length));
        StringBuilder detail = new StringBuilder(design().finished());
        for (Piece piece : pieces.subList(0, pieces.size() - 1)) {
            detail.append(" and ").append(piece.finished());
        }
        detail.append(pieces.size() > 1 ? " lie in " : " lies in ").append(place.name());
        detail.append(pieces.size() > 1 ? " with all their bytes." : " with all its bytes.");
        if (settings.barcode()) {
            detail.append(" Scan ").append(settings.scanned(order.label())).append('.');
        }
        if (aborted) {
            detail.append(" It was there before the abort was heard; take it away if it is not to be sewn.");
        }
        return new Outcome.Delivered(Evidence.ACKNOWLEDGED, detail.toString());
    }

    private Outcome changed(PlacedFile file) {
        return unknown(design().finished() + " has " + file.bytes() + " bytes there instead of " + content.length
                + ". Something else has changed it; take it away before anybody sews it.");
    }

    private @Nullable Outcome failed(FilePlaceException e) {
        String why = String.valueOf(e.getMessage());
        switch (step) {
            case WRITING -> {
                if (e.reason() == Reason.TAKEN && !cleared) {
                    // Only an earlier attempt of ours has this label and this ending.
                    cleared = true;
                    next(Step.CLEARING, at, place.remove(piece().unfinished()));
                    return null;
                }
                ours.push(piece().unfinished());
                return tidy(new Outcome.NotStarted(UNSEEN, why));
            }
            case RENAMING -> {
                if (e.reason() == Reason.UNANSWERED) {
                    next(Step.CHECKING, at, place.look(piece().finished()));
                    return null;
                }
                return tidy(e.reason() == Reason.TAKEN ? occupied() : new Outcome.NotStarted(UNSEEN, why));
            }
            case CHECKING -> {
                return isLast() ? unknown(why) : tidy(new Outcome.NotStarted(UNSEEN, why));
            }
            case TIDYING -> {
                host.log("something could not be taken away: " + why);
                return tidyOn();
            }
            default -> {
                return ours.isEmpty() ? new Outcome.NotStarted(UNSEEN, why) : tidy(new Outcome.NotStarted(UNSEEN, why));
            }
        }
    }

    private Outcome occupied() {
        return new Outcome.Hold("There is a file " + piece().finished() + " in " + place.name()
                + " already; it was not replaced. Find out whether it was sewn, take it away, then send again.");
    }

    private Outcome takenBack() {
        return new Outcome.NotStarted(UNSEEN, "The delivery was aborted before the file was there.");
    }

    private Outcome unknown(String detail) {
        return new Outcome.Unknown(content.length, detail);
    }

    private @Nullable Outcome tidy(Outcome then) {
        afterTidying = then;
        return tidyOn();
    }

    private @Nullable Outcome tidyOn() {
        String name = ours.poll();
        if (name == null) {
            return afterTidying;
        }
        next(Step.TIDYING, at, place.remove(name));
        return null;
    }

    // ---- where we are

    private Piece piece() {
        return pieces.get(at);
    }

    private Piece design() {
        return pieces.get(pieces.size() - 1);
    }

    private boolean isLast() {
        return at == pieces.size() - 1;
    }

    private void next(Step following, int piece, Errand<?> given) {
        step = following;
        at = piece;
        errand = given;
    }

    void abort() {
        aborted = true;
    }

    @Override
    public long nextTurnNanos() {
        return 0;
    }

    @Override
    public Outcome ended(Ending why) {
        over.accept(Optional.empty());
        String how = switch (why) {
            case DEADLINE -> "The place did not answer in time.";
            case LINK_LOST -> "The place is gone.";
            case TAKEN_AWAY -> "The place was taken away.";
        };
        if (step == Step.TIDYING && afterTidying != null) {
            return afterTidying;
        }
        if (isLast() && (step == Step.RENAMING || step == Step.CHECKING)) {
            return unknown(how + " Whether " + design().finished()
                    + " is there is not known; look before anything else is sent.");
        }
        String left = ours.isEmpty() ? piece().unfinished() : String.join(", ", ours);
        return new Outcome.NotStarted(UNSEEN, how + " " + left + " may be left there; it is no design.");
    }
}
