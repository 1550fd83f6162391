package org.stitchery.service.artwork;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.embroidery.model.Hoop;
import org.stitchery.embroidery.thread.Palettes;
import org.stitchery.service.platform.Actor;
import org.stitchery.service.platform.ProblemException;

/** Where stitches are asked for. */
@ApplicationScoped
public class ProofDesk {

    /** Sewn designs come out a little wider than drawn, since thread pulls: room for that when a hoop is chosen. */
    private static final double GROWTH_MM = 2;

    private final Proofs proofs;
    private final ProofMaker maker;

    ProofDesk(Proofs proofs, ProofMaker maker) {
        this.proofs = proofs;
        this.maker = maker;
    }

    /** The proof, if it exists and this person may see it. */
    public Optional<ProofView> find(UUID id, Actor actor) {
        return proofs.visible(id, actor);
    }

    /**
     * Checks what a person chose; what is missing becomes the usual.
     *
     * @throws ProblemException 422 when something is not on offer
     */
    ProofChoices choices(
            ArtworkView artwork,
            @Nullable String width,
            @Nullable String fabric,
            @Nullable String palette,
            @Nullable String hoop) {
        double widthMm = width(width);
        return new ProofChoices(
                widthMm,
                fabric == null ? FabricRecipes.standard().name() : fabric,
                palette == null ? Palettes.STITCHERY_40.name() : palette,
                hoop == null || hoop.equals(StudioForm.SMALLEST)
                        ? smallest(artwork, widthMm).name()
                        : hoop);
    }

    /** Asks for stitches; they are made in the background. */
    ProofView ask(ArtworkView artwork, ProofChoices choices, Actor by) {
        if (artwork.state() != ArtworkState.ACCEPTED) {
            throw ProblemException.conflict("ARTWORK_NOT_ACCEPTED", "This drawing cannot be digitized.");
        }
        UUID id = proofs.ask(artwork, choices, by.id());
        maker.wake();
        return proofs.visible(id, by).orElseThrow();
    }

    private static double width(@Nullable String text) {
        try {
            return text == null ? Double.NaN : Double.parseDouble(text.strip().replace(',', '.'));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static Hoop smallest(ArtworkView artwork, double widthMm) {
        return Hoops.smallestFor(widthMm + GROWTH_MM, artwork.heightAt(widthMm) + GROWTH_MM)
                .orElseGet(() -> Hoops.all().get(Hoops.all().size() - 1));
    }
}
