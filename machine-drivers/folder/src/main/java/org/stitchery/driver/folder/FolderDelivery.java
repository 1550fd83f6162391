package org.stitchery.driver.folder;

import java.io.IOException;
import java.util.Optional;
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

/** One file on its way into a folder. Until it is renamed no machine sees it, and all can be taken back. */
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
    private final Runnable over;
    private final String finished;
    private final String unfinished;

    private Step step = Step.BEGINNING;
    private @Nullable Errand<?> errand;
    private @Nullable Outcome afterTidying;
    private boolean cleared;
    private boolean aborted;

    FolderDelivery(DeliveryOrder order, FolderSettings settings, FilePlace place, Host host, Runnable over) {
        this.order = order;
        this.content = order.content();
        this.settings = settings;
        this.place = place;
        this.host = host;
        this.over = over;
        this.finished = settings.finished(order.label(), order.format());
        this.unfinished = settings.unfinished(order.label());
    }

    @Override
    public @Nullable Outcome turn(long nowNanos) throws IOException {
        Outcome outcome = step == Step.BEGINNING ? begin() : goOn();
        if (outcome != null) {
            over.run();
        }
        return outcome;
    }

    private @Nullable Outcome begin() {
        if (!order.format().equals(FolderDriver.FORMAT)) {
            return new Outcome.Rejected(
                    "This folder takes " + FolderDriver.FORMAT + ", the design is " + order.format() + ".");
        }
        if (content.length > FolderDriver.LARGEST_BYTES) {
            return new Outcome.Rejected("The design has " + content.length + " bytes; the largest that is taken has "
                    + FolderDriver.LARGEST_BYTES + ".");
        }
        if (!settings.takes(order.label())) {
            return new Outcome.Rejected(
                    "Names in this folder have at most " + settings.nameLength() + " characters, " + order.label()
                            + " has " + order.label().length() + ". Choose a shorter label or allow longer names.");
        }
        if (aborted) {
            return takenBack();
        }
        next(Step.LOOKING, place.look(finished));
        return null;
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
                case CLEARING -> write();
                case RENAMING -> renamed((PlacedFile) result);
                case CHECKING -> checked((Optional<?>) result);
                case TIDYING -> afterTidying;
                case BEGINNING -> null;
            };
        } catch (FilePlaceException e) {
            return failed(e);
        }
    }

    private @Nullable Outcome looked(boolean taken) {
        if (taken) {
            return occupied();
        }
        return write();
    }

    private @Nullable Outcome write() {
        if (aborted) {
            return takenBack();
        }
        next(Step.WRITING, place.write(unfinished, content));
        return null;
    }

    private @Nullable Outcome written(PlacedFile file) {
        if (file.bytes() != content.length) {
            return tidy(new Outcome.NotStarted(
                    UNSEEN,
                    "Only " + file.bytes() + " of " + content.length + " bytes arrived in " + place.name()
                            + ". Look for a full disk or another program that writes there."));
        }
        host.report(new MachineEvent.Progressed(Evidence.ACCEPTED_BY_SYSTEM, content.length));
        if (aborted) {
            return tidy(takenBack());
        }
        next(Step.RENAMING, place.rename(unfinished, finished));
        return null;
    }

    private Outcome renamed(PlacedFile file) {
        return file.bytes() == content.length ? delivered() : changed(file);
    }

    /** After a rename without an answer: only finding the whole file is news one can rely on. */
    private Outcome checked(Optional<?> found) {
        if (found.isPresent() && found.get() instanceof PlacedFile file) {
            return file.bytes() == content.length ? delivered() : changed(file);
        }
        return unknown("The place did not answer when the file was given its name, and it is not there now. It may"
                + " have been loaded, or may still appear.");
    }

    private Outcome delivered() {
        host.report(new MachineEvent.Progressed(Evidence.ACKNOWLEDGED, content.length));
        String late = aborted ? " It was there before the abort was heard; take it away if it is not to be sewn." : "";
        return new Outcome.Delivered(
                Evidence.ACKNOWLEDGED, finished + " lies in " + place.name() + " with all its bytes." + late);
    }

    private Outcome changed(PlacedFile file) {
        return unknown(finished + " has " + file.bytes() + " bytes there instead of " + content.length
                + ". Something else has changed it; take it away before anybody sews it.");
    }

    private @Nullable Outcome failed(FilePlaceException e) {
        String why = String.valueOf(e.getMessage());
        switch (step) {
            case WRITING -> {
                if (e.reason() == Reason.TAKEN && !cleared) {
                    // Only an earlier attempt of ours has this label and this ending.
                    cleared = true;
                    next(Step.CLEARING, place.remove(unfinished));
                    return null;
                }
                return tidy(new Outcome.NotStarted(UNSEEN, why));
            }
            case RENAMING -> {
                if (e.reason() == Reason.UNANSWERED) {
                    next(Step.CHECKING, place.look(finished));
                    return null;
                }
                return tidy(e.reason() == Reason.TAKEN ? occupied() : new Outcome.NotStarted(UNSEEN, why));
            }
            case CHECKING -> {
                return unknown(why);
            }
            case TIDYING -> {
                host.log(unfinished + " could not be taken away: " + why);
                return afterTidying;
            }
            default -> {
                return new Outcome.NotStarted(UNSEEN, why);
            }
        }
    }

    private Outcome occupied() {
        return new Outcome.Hold("There is a file " + finished + " in " + place.name()
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
        next(Step.TIDYING, place.remove(unfinished));
        return null;
    }

    private void next(Step following, Errand<?> given) {
        step = following;
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
        over.run();
        String how = switch (why) {
            case DEADLINE -> "The place did not answer in time.";
            case LINK_LOST -> "The place is gone.";
            case TAKEN_AWAY -> "The place was taken away.";
        };
        return switch (step) {
            case RENAMING, CHECKING ->
                unknown(how + " Whether " + finished + " is there is not known; look before anything else is sent.");
            case TIDYING -> afterTidying == null ? new Outcome.NotStarted(UNSEEN, how) : afterTidying;
            default -> new Outcome.NotStarted(UNSEEN, how + " " + unfinished + " may be left there; it is no design.");
        };
    }
}
