package org.stitchery.service.artwork;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;
import org.stitchery.digitizer.Digitized;
import org.stitchery.digitizer.svg.RefusalCode;
import org.stitchery.digitizer.worker.Advised;
import org.stitchery.digitizer.worker.WorkerRequest;
import org.stitchery.digitizer.worker.WorkerResult;

/**
 * Makes the stitches of every proof that was asked for, at least once and at most three times. Which ones are to be
 * made stands in the database, so a crash of this process forgets none; making the same one twice gives the same bytes.
 */
@ApplicationScoped
class ProofMaker {

    /** Told when all three tries ended in a crash. */
    static final String POISON_SENTENCE = "Our stitching programme came to grief three times on this drawing. We have"
            + " put it aside and will look at it; a simpler drawing may work at once.";

    /** The refusal that a busy house can cause: what is refused for its time once may be read quickly the next time. */
    static final String TIME_LIMIT = RefusalCode.E_TIME_LIMIT.name();

    /** Nobody reads more. */
    private static final int MOST_ADVICE = 20;

    private static final Logger LOG = Logger.getLogger(ProofMaker.class);

    private final Proofs proofs;
    private final Artworks artworks;
    private final DesignStore designs;
    private final DesignPicture pictures;
    private final Workshop workshop;
    private final ManagedExecutor executor;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

    ProofMaker(
            Proofs proofs,
            Artworks artworks,
            DesignStore designs,
            DesignPicture pictures,
            Workshop workshop,
            ManagedExecutor executor) {
        this.proofs = proofs;
        this.artworks = artworks;
        this.designs = designs;
        this.pictures = pictures;
        this.workshop = workshop;
        this.executor = executor;
    }

    /** Looks for work at once instead of at the next beat; call it after the commit. */
    void wake() {
        executor.execute(this::takeWork);
    }

    @Scheduled(every = "${stitchery.digitizer.beat:2s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void beat() {
        proofs.keepLease(Set.copyOf(underWay));
        if (proofs.park(POISON_SENTENCE) > 0) {
            LOG.error("A drawing was parked after its third try, see proofs with failure code POISON");
        }
        takeWork();
    }

    private synchronized void takeWork() {
        int free = workshop.places() - underWay.size();
        if (free > 0) {
            for (ProofView proof : proofs.claim(free)) {
                underWay.add(proof.id());
                begin(proof);
            }
        }
    }

    private void begin(ProofView proof) {
        byte[] source = artworks.source(proof.artworkId())
                .orElseThrow(() -> new IllegalStateException("Artwork " + proof.artworkId() + " has no bytes"));
        WorkerRequest request = WorkerRequest.digitize(
                        source,
                        OptionalDouble.of(proof.choices().widthMm()),
                        proof.choices().settings(proof.title()))
                .with(proof.choices().wishes());
        workshop.submit(request)
                .whenCompleteAsync(
                        (result, thrown) -> {
                            try {
                                if (thrown != null) {
                                    LOG.errorf(thrown, "Workshop failed on proof %s", proof.id());
                                    proofs.giveBack(proof.id(), true);
                                } else {
                                    settle(proof, result);
                                }
                            } finally {
                                underWay.remove(proof.id());
                                takeWork();
                            }
                        },
                        executor);
    }

    private void settle(ProofView proof, WorkerResult result) {
        if (result instanceof WorkerResult.Done done) {
            String sha256 = keep(proof, done.digitized());
            // Taken before anybody is told, so that the page that opens then has it at once.
            pictures.png(sha256, DesignPicture.Size.LARGE);
            proofs.ready(proof.id(), sha256, advice(proof, done.advice()));
            pictures.png(sha256, DesignPicture.Size.SMALL);
        } else if (result instanceof WorkerResult.Refused refused) {
            if (refused.code().equals(TIME_LIMIT) && proofs.tries(proof.id()) < Proofs.MOST_TRIES) {
                proofs.giveBack(proof.id(), true);
            } else {
                proofs.failed(proof.id(), refused.code(), refused.message());
            }
        } else if (result instanceof WorkerResult.Failed failed) {
            LOG.warnf("Proof %s: %s, %s", proof.id(), failed.reason(), failed.detail());
            if (failed.reason() == WorkerResult.Failed.Reason.TIMEOUT) {
                proofs.failed(proof.id(), "TIMEOUT", failed.message());
            } else {
                proofs.giveBack(proof.id(), failed.reason() != WorkerResult.Failed.Reason.BUSY);
            }
        } else {
            throw new IllegalStateException("Asked for stitches of proof " + proof.id() + " and got " + result);
        }
    }

    private List<ProofAdvice> advice(ProofView proof, List<Advised> told) {
        List<ProofAdvice> advice = new ArrayList<>();
        for (Advised one : told.subList(0, Math.min(MOST_ADVICE, told.size()))) {
            advice.add(new ProofAdvice(
                    advice.size() + 1,
                    one.finding(),
                    one.fix() == null ? null : Mend.of(one.fix()),
                    one.mended() == null ? null : keep(proof, one.mended())));
        }
        return advice;
    }

    private String keep(ProofView proof, Digitized digitized) {
        return designs.store(
                digitized.pattern(),
                proof.choices().fabric(),
                proof.choices().hoop(),
                digitized.originXMm(),
                digitized.originYMm(),
                digitized.findings());
    }
}
