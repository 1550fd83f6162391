package org.stitchery.service.artwork;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.digitizer.worker.WorkerRequest;
import org.stitchery.digitizer.worker.WorkerResult;
import org.stitchery.embroidery.thread.Palettes;

/**
 * The catalogue's patterns as stitches, so that what the shop shows is what it sews. Made one by one in the background
 * at the first start of a version, and remembered.
 */
@ApplicationScoped
public class PatternShelf {

    private static final Logger LOG = Logger.getLogger(PatternShelf.class);

    private final Catalogue catalogue;
    private final DesignStore designs;
    private final Workshop workshop;
    private final ManagedExecutor executor;
    private final PatternMemory memory;
    private final boolean fillAtStart;
    private volatile boolean closed;
    private final Map<String, String> designOf = new ConcurrentHashMap<>();

    PatternShelf(
            Catalogue catalogue,
            DesignStore designs,
            Workshop workshop,
            ManagedExecutor executor,
            PatternMemory memory,
            @ConfigProperty(name = "stitchery.patterns.fill-at-start", defaultValue = "true") boolean fillAtStart) {
        this.catalogue = catalogue;
        this.designs = designs;
        this.workshop = workshop;
        this.executor = executor;
        this.memory = memory;
        this.fillAtStart = fillAtStart;
    }

    /** The design to show for a pattern, or empty while it is still being made. */
    public Optional<String> designOf(Pattern pattern) {
        return Optional.ofNullable(designOf.get(pattern.slug()));
    }

    void onStart(@Observes StartupEvent start) {
        if (fillAtStart) {
            executor.execute(() -> catalogue.all().forEach(this::fill));
        }
    }

    /** What is not on the shelf by then is put there after the next start. */
    void onStop(@Observes ShutdownEvent stop) {
        closed = true;
    }

    private void fill(Pattern pattern) {
        if (closed) {
            return;
        }
        try {
            Optional<String> known = memory.designOf(pattern);
            String sha256 = known.isPresent() ? known.get() : make(pattern);
            designOf.put(pattern.slug(), sha256);
        } catch (RuntimeException e) {
            if (closed) {
                return;
            }
            LOG.errorf(e, "Pattern %s has no picture", pattern.slug());
        }
    }

    private String make(Pattern pattern) {
        ProofChoices choices = new ProofChoices(
                pattern.defaultWidthMm(),
                FabricRecipes.standard().name(),
                Palettes.STITCHERY_40.name(),
                Hoops.standard().name());
        WorkerResult result = workshop.submit(WorkerRequest.digitize(
                        pattern.svg(), OptionalDouble.of(choices.widthMm()), choices.settings(pattern.name())))
                .join();
        if (result instanceof WorkerResult.Done done) {
            String sha256 = designs.store(
                    done.digitized().pattern(),
                    choices.fabric(),
                    choices.hoop(),
                    done.digitized().originXMm(),
                    done.digitized().originYMm(),
                    done.digitized().findings());
            memory.remember(pattern, sha256);
            return sha256;
        }
        throw new IllegalStateException("The workshop answered " + result);
    }
}
