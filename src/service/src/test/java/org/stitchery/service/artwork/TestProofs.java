package org.stitchery.service.artwork;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.digitizer.worker.WorkerResult;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.embroidery.thread.Palettes;
import org.stitchery.service.platform.Actor;

/** Proofs for tests, ready to approve without waiting for stitches. */
@ApplicationScoped
public class TestProofs {

    private static final ProofChoices CHOICES = new ProofChoices(
            20,
            FabricRecipes.standard().name(),
            Palettes.STITCHERY_40.name(),
            Hoops.standard().name());

    private final Artworks artworks;
    private final Proofs proofs;
    private final DesignStore designs;

    TestProofs(Artworks artworks, Proofs proofs, DesignStore designs) {
        this.artworks = artworks;
        this.proofs = proofs;
        this.designs = designs;
    }

    /** A proof that waits for its customer's word. */
    public record Ready(UUID artworkId, UUID proofId, String designSha256) {}

    /** A proof of a small square, ready; each has a design of its own. */
    public Ready of(Actor customer) {
        return QuarkusTransaction.requiringNew().call(() -> {
            byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
            UUID artwork = artworks.receive(customer.id(), svg, "Square", "square.svg", null);
            artworks.beginCheck(artwork);
            artworks.accept(artwork, inspected());
            ArtworkView drawing = artworks.visible(artwork, customer).orElseThrow();
            UUID proof = proofs.ask(drawing, CHOICES, customer.id());
            String design = designs.store(square(proof), CHOICES.fabric(), CHOICES.hoop(), 0, 0, List.of());
            proofs.ready(proof, design, List.of());
            return new Ready(artwork, proof, design);
        });
    }

    private static WorkerResult.Inspected inspected() {
        return new WorkerResult.Inspected("", 20, 20, 20, 20, 1, List.of(0xC8102E), List.of());
    }

    private static StitchPattern square(UUID name) {
        return StitchPattern.builder(name.toString().substring(0, 8))
                .threads(List.of(new ThreadColor(0xC8102E, "Test", "1", "Red")))
                .stitchTo(0, 0)
                .stitchTo(30, 0)
                .stitchTo(30, 30)
                .stitchTo(0, 30)
                .stitchTo(0, 0)
                .build();
    }
}
