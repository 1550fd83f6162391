package org.stitchery.service.artwork;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.worker.WorkerRequest;
import org.stitchery.digitizer.worker.WorkerResult;
import org.stitchery.service.platform.Actor;
import org.stitchery.service.platform.ProblemException;

/** Takes drawings in: keeps the bytes, has them read in a worker process, says yes or a sentence why not. */
@ApplicationScoped
public class ArtworkIntake {

    /** The largest upload, W11. */
    static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final Logger LOG = Logger.getLogger(ArtworkIntake.class);

    private final Artworks artworks;
    private final Workshop workshop;

    ArtworkIntake(Artworks artworks, Workshop workshop) {
        this.artworks = artworks;
        this.workshop = workshop;
    }

    /**
     * Takes a drawing in and waits for the verdict, a quarter of a minute at most in ordinary times.
     *
     * @param fileName as the browser sent it, for the title and for a later download; never part of a path
     * @throws ProblemException 413 when it is too large, 422 with the reason when it is rejected, 503 when all workers
     *     are busy
     */
    ArtworkView upload(byte[] bytes, @Nullable String fileName, Actor by) {
        if (bytes.length > MOST_BYTES) {
            throw new ProblemException(
                    413, "E_FILE_TOO_LARGE", "The file is larger than 10 MB. Please simplify the drawing.");
        }
        String shownName = UploadName.shown(fileName);
        return received(artworks.receive(by.id(), bytes, UploadName.title(fileName), shownName, null), by);
    }

    /** The person's own copy of a pattern from the catalogue. */
    ArtworkView choose(Pattern pattern, Actor by) {
        return artworks.ofPattern(by.id(), pattern.file(), pattern.svg()).orElseGet(() -> {
            UUID id = artworks.receive(by.id(), pattern.svg(), pattern.name(), pattern.file(), pattern.file());
            return received(id, by);
        });
    }

    private ArtworkView received(UUID id, Actor by) {
        while (artworks.beginCheck(id)) {
            if (check(id)) {
                break;
            }
        }
        ArtworkView view = artworks.visible(id, by).orElseThrow();
        return switch (view.state()) {
            case ACCEPTED -> view;
            case REJECTED ->
                throw new ProblemException(
                        422,
                        view.rejectionCode() == null ? "REJECTED" : view.rejectionCode(),
                        view.rejection() == null ? "The drawing cannot be used." : view.rejection());
            case RECEIVED, CHECKING ->
                throw new ProblemException(
                        503, "BUSY", "Many drawings are being read just now. Please try again in a minute.");
        };
    }

    @Scheduled(every = "${stitchery.intake.beat:15s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void takeUpAbandoned() {
        for (UUID id : artworks.abandoned()) {
            if (artworks.beginCheck(id)) {
                check(id);
            } else {
                artworks.reject(id, "POISON", ProofMaker.POISON_SENTENCE);
            }
        }
    }

    /** One try; true when another one would be pointless now. */
    private boolean check(UUID id) {
        byte[] source = artworks.source(id).orElseThrow();
        WorkerResult result = read(source);
        if (result instanceof WorkerResult.Inspected inspected) {
            artworks.accept(id, inspected);
            return true;
        }
        if (result instanceof WorkerResult.Refused refused) {
            if (refused.code().equals(ProofMaker.TIME_LIMIT) && artworks.tries(id) < Proofs.MOST_TRIES) {
                artworks.release(id, true);
                return false;
            }
            artworks.reject(id, refused.code(), refused.message());
            return true;
        }
        if (result instanceof WorkerResult.Failed failed) {
            LOG.warnf("Reading artwork %s: %s, %s", id, failed.reason(), failed.detail());
            return cameToGrief(id, failed);
        }
        throw new IllegalStateException("Asked to read artwork " + id + " and got " + result);
    }

    private boolean cameToGrief(UUID id, WorkerResult.Failed failed) {
        return switch (failed.reason()) {
            case TIMEOUT -> {
                artworks.reject(id, "E_TIME_LIMIT", failed.message());
                yield true;
            }
            case BUSY -> {
                artworks.release(id, false);
                yield true;
            }
            case ERROR, CRASHED -> {
                if (artworks.tries(id) >= Proofs.MOST_TRIES) {
                    artworks.reject(id, "POISON", ProofMaker.POISON_SENTENCE);
                    yield true;
                }
                artworks.release(id, true);
                yield false;
            }
        };
    }

    private WorkerResult read(byte[] source) {
        try {
            return workshop.submit(WorkerRequest.inspect(source, OptionalDouble.empty()))
                    .join();
        } catch (CompletionException e) {
            return new WorkerResult.Failed(
                    WorkerResult.Failed.Reason.CRASHED, "The drawing could not be read.", String.valueOf(e.getCause()));
        }
    }
}
