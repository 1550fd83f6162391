package org.stitchery.service.artwork;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.digitizer.lettering.Inscription;
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
    /** Names on one list; more than that is a talk, not a form. */
    public static final int MOST_NAMES = 50;

    private final ProofMaker maker;
    private final Artworks artworks;
    private final AdviceBook advice;

    ProofDesk(Proofs proofs, ProofMaker maker, Artworks artworks, AdviceBook advice) {
        this.proofs = proofs;
        this.maker = maker;
        this.artworks = artworks;
        this.advice = advice;
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
            @Nullable String hoop,
            @Nullable String cloth,
            @Nullable Inscription words) {
        double widthMm = number(width);
        return new ProofChoices(
                widthMm,
                fabric == null ? FabricRecipes.standard().name() : fabric,
                palette == null ? Palettes.STITCHERY_40.name() : palette,
                hoop == null || hoop.equals(StudioForm.SMALLEST)
                        ? smallest(artwork, widthMm, words).name()
                        : hoop,
                cloth(cloth),
                words,
                0,
                List.of());
    }

    /**
     * Advice on a proof, the most important first.
     *
     * @throws ProblemException 404 when there is no such proof or this person may not see it
     */
    public List<ProofAdvice> advice(UUID proofId, Actor actor) {
        return advice.of(seen(proofId, actor).id());
    }

    /**
     * Asks for stitches again with one piece of advice taken. The proof it was given on stays as it is; on a list of
     * names the new one has its place, unless it is approved already.
     *
     * @param alsoOthers true when the other names of its list shall change alike
     * @throws ProblemException 404 when there is no such proof of theirs or no such offer
     */
    public ProofView accept(UUID proofId, int number, boolean alsoOthers, Actor by) {
        ProofView proof = seen(proofId, by);
        Mend mend = advice.of(proofId).stream()
                .filter(one -> one.number() == number)
                .map(ProofAdvice::mend)
                .findFirst()
                .orElse(null);
        ArtworkView artwork = artworks.visible(proof.artworkId(), by).orElse(null);
        if (mend == null || artwork == null) {
            throw ProblemException.notFound("ADVICE_UNKNOWN", "There is no such offer on this proof.");
        }
        UUID nameList = proof.nameList();
        return nameList == null
                ? ask(artwork, mend.apply(proof.choices()), by)
                : acceptOnList(artwork, proof, nameList, mend, alsoOthers, by);
    }

    private ProofView acceptOnList(
            ArtworkView artwork, ProofView proof, UUID nameList, Mend mend, boolean alsoOthers, Actor by) {
        requireAccepted(artwork);
        Map<UUID, ProofChoices> changed = new LinkedHashMap<>();
        for (ProofView one : proofs.ofNames(nameList, by)) {
            ProofChoices choices = mend.apply(one.choices());
            if (one.id().equals(proof.id()) || alsoOthers && !choices.equals(one.choices())) {
                changed.put(one.id(), choices);
            }
        }
        UUID asked = proofs.replaceNames(artwork, nameList, changed, by.id()).get(proof.id());
        if (asked == null) {
            return ask(artwork, mend.apply(proof.choices()), by);
        }
        maker.wake();
        return proofs.visible(asked, by).orElseThrow();
    }

    /**
     * Asks for one proof for each name of a list.
     *
     * @param choices with words, whose words each name takes the place of
     * @return the list
     * @throws ProblemException 422 when there are no names or too many
     */
    UUID askForNames(ArtworkView artwork, ProofChoices choices, List<String> names, Actor by) {
        if (names.isEmpty() || names.size() > MOST_NAMES) {
            throw ProblemException.unprocessable(
                    "NAMES_RANGE", "Write from 1 to " + MOST_NAMES + " names, each on a line of its own.");
        }
        requireAccepted(artwork);
        try {
            UUID nameList = proofs.askForNames(artwork, choices, names, by.id());
            maker.wake();
            return nameList;
        } catch (IllegalArgumentException e) {
            throw ProblemException.unprocessable("WORDS_RANGE", String.valueOf(e.getMessage()));
        }
    }

    /** Asks for stitches; they are made in the background. */
    ProofView ask(ArtworkView artwork, ProofChoices choices, Actor by) {
        requireAccepted(artwork);
        UUID id = proofs.ask(artwork, choices, by.id());
        maker.wake();
        return proofs.visible(id, by).orElseThrow();
    }

    private ProofView seen(UUID id, Actor actor) {
        return proofs.visible(id, actor)
                .orElseThrow(() -> ProblemException.notFound("PROOF_UNKNOWN", "There is no such proof."));
    }

    private static void requireAccepted(ArtworkView artwork) {
        if (artwork.state() != ArtworkState.ACCEPTED) {
            throw ProblemException.conflict("ARTWORK_NOT_ACCEPTED", "This drawing cannot be digitized.");
        }
    }

    private static @Nullable ClothColor cloth(@Nullable String word) {
        if (word == null || word.isBlank() || word.equals(StudioForm.ANY_CLOTH)) {
            return null;
        }
        return ClothColor.of(word)
                .orElseThrow(() -> ProblemException.unprocessable(
                        "CLOTH_UNKNOWN", "Choose one of the colours of cloth on the list."));
    }

    /** A number as people type it; not a number when it is none. */
    static double number(@Nullable String text) {
        try {
            return text == null ? Double.NaN : Double.parseDouble(text.strip().replace(',', '.'));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static Hoop smallest(ArtworkView artwork, double widthMm, @Nullable Inscription words) {
        double wide = widthMm + GROWTH_MM;
        double high = artwork.heightAt(widthMm) + GROWTH_MM;
        if (words != null && widthMm > 0) {
            Inscription.Room room = words.beside(widthMm, artwork.heightAt(widthMm));
            wide = Math.max(wide, room.widthMm());
            high = Math.max(high, room.heightMm());
        }
        double plainHigh = artwork.heightAt(widthMm) + GROWTH_MM;
        return Hoops.smallestFor(wide, high)
                .or(() -> Hoops.smallestFor(widthMm + GROWTH_MM, plainHigh))
                .orElseGet(() -> Hoops.all().get(Hoops.all().size() - 1));
    }
}
