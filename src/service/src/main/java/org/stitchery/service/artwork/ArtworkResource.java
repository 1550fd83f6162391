package org.stitchery.service.artwork;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.account.CurrentAccount;
import org.stitchery.service.account.Role;
import org.stitchery.service.platform.ProblemException;

/** Drawings and their stitches, for programs. */
@Path("/api/artwork")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "artwork", description = "Bring a drawing, ask for its stitches")
public class ArtworkResource {

    private final ArtworkIntake intake;
    private final Artworks artworks;
    private final Catalogue catalogue;
    private final ProofDesk desk;
    private final Proofs proofs;
    private final CurrentAccount current;

    ArtworkResource(
            ArtworkIntake intake,
            Artworks artworks,
            Catalogue catalogue,
            ProofDesk desk,
            Proofs proofs,
            CurrentAccount current) {
        this.intake = intake;
        this.artworks = artworks;
        this.catalogue = catalogue;
        this.desk = desk;
        this.proofs = proofs;
        this.current = current;
    }

    /**
     * What to make of a drawing. What is missing becomes the usual.
     *
     * @param widthMm width of what is drawn
     * @param fabric name of a fabric
     * @param palette name of a thread chart
     * @param hoop name of a hoop; missing for the smallest that fits
     * @param cloth its colour: natural, white, navy, black, red or green; missing when it does not matter
     * @param words to be sewn beside the drawing; missing for none
     */
    public record ProofWish(
            @NotNull Double widthMm,
            @Nullable String fabric,
            @Nullable String palette,
            @Nullable String hoop,
            @Nullable String cloth,
            @Nullable WordsForm words) {}

    /**
     * The proofs of a list of names.
     *
     * @param id the list
     * @param proofs in the order of the names
     */
    public record NameList(UUID id, List<ProofView> proofs) {}

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Role.CUSTOMER)
    @Operation(summary = "Bring a drawing (SVG or SVGZ, 10 MB at most) as form field \"file\"")
    public Response upload(@RestForm("file") @Nullable FileUpload file) {
        if (file == null || file.size() == 0) {
            throw ProblemException.unprocessable("E_EMPTY", "Send an SVG file that is not empty as field \"file\".");
        }
        try {
            return created(intake.upload(Files.readAllBytes(file.uploadedFile()), file.fileName(), current.actor()));
        } catch (IOException e) {
            throw new UncheckedIOException("The upload cannot be read back", e);
        }
    }

    @POST
    @Path("patterns/{slug}")
    @RolesAllowed(Role.CUSTOMER)
    @Operation(summary = "Take a pattern of the catalogue as one's drawing")
    public Response choose(String slug) {
        return created(intake.choose(
                catalogue
                        .find(slug)
                        .orElseThrow(() -> ProblemException.notFound("PATTERN_UNKNOWN", "There is no such pattern.")),
                current.actor()));
    }

    @GET
    @RolesAllowed(Role.CUSTOMER)
    @Operation(summary = "One's own drawings, newest first")
    public List<ArtworkView> all() {
        return artworks.ofAccount(current.id());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.CUSTOMER, Role.OPERATOR, Role.PLANNER, Role.OWNER})
    @Operation(summary = "One drawing")
    public ArtworkView one(UUID id) {
        return visible(id);
    }

    @POST
    @Path("{id}/proofs")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.CUSTOMER)
    @Operation(
            summary = "Ask for stitches; answers at once with a ticket to look after",
            description = "With words.kind \"names\" there is one proof for each line of words.words, and the answer is"
                    + " the list of them.")
    public Response ask(UUID id, @NotNull @Valid ProofWish wish) {
        ArtworkView artwork = visible(id);
        WordsForm words = wish.words();
        ProofChoices choices = desk.choices(
                artwork,
                String.valueOf(wish.widthMm()),
                wish.fabric(),
                wish.palette(),
                wish.hoop(),
                wish.cloth(),
                words == null ? null : words.inscription());
        if (words != null && words.isWanted() && words.isNames()) {
            UUID list = desk.askForNames(artwork, choices, words.names(), current.actor());
            return Response.accepted(new NameList(list, proofs.ofNames(list, current.actor())))
                    .location(URI.create("/api/names/" + list))
                    .build();
        }
        ProofView proof = desk.ask(artwork, choices, current.actor());
        return Response.accepted(proof)
                .location(URI.create("/api/proofs/" + proof.id()))
                .build();
    }

    private Response created(ArtworkView artwork) {
        return Response.created(URI.create("/api/artwork/" + artwork.id()))
                .entity(artwork)
                .build();
    }

    private ArtworkView visible(UUID id) {
        return artworks.visible(id, current.actor())
                .orElseThrow(() -> ProblemException.notFound("ARTWORK_UNKNOWN", "There is no such drawing."));
    }
}
