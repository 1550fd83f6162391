package org.stitchery.service.artwork;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.account.CurrentAccount;
import org.stitchery.service.account.Role;
import org.stitchery.service.platform.Actor;
import org.stitchery.service.platform.ProblemException;

/** From a pattern or an upload to a request for stitches. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class StudioPages {

    private static final double USUAL_WIDTH_MM = 90;

    private final Catalogue catalogue;
    private final PatternShelf shelf;
    private final ArtworkIntake intake;
    private final Artworks artworks;
    private final ProofDesk desk;
    private final TypefaceSamples samples;
    private final CurrentAccount current;

    StudioPages(
            Catalogue catalogue,
            PatternShelf shelf,
            ArtworkIntake intake,
            Artworks artworks,
            ProofDesk desk,
            TypefaceSamples samples,
            CurrentAccount current) {
        this.catalogue = catalogue;
        this.shelf = shelf;
        this.intake = intake;
        this.artworks = artworks;
        this.desk = desk;
        this.samples = samples;
        this.current = current;
    }

    @CheckedTemplate(basePath = "artwork")
    static class Templates {
        static native TemplateInstance studio(
                StudioForm form, @Nullable Pattern pattern, @Nullable ProblemException objection);

        static native TemplateInstance upload(@Nullable ProblemException objection);
    }

    /** A pattern to look at, and for those who are logged in to personalise. */
    @GET
    @Path("patterns/{slug}")
    @PermitAll
    public TemplateInstance pattern(String slug) {
        return Templates.studio(ofPattern(known(slug), null), known(slug), null);
    }

    /** The same, for those who were not logged in: the login leads back here. */
    @GET
    @Path("studio/{slug}")
    @RolesAllowed(Role.CUSTOMER)
    public Response loggedIn(String slug) {
        return Response.seeOther(URI.create("/patterns/" + known(slug).slug())).build();
    }

    @POST
    @Path("patterns/{slug}/proof")
    @RolesAllowed(Role.CUSTOMER)
    public Response digitizePattern(String slug, @BeanParam StudioWish wish) {
        Pattern pattern = known(slug);
        try {
            return ask(intake.choose(pattern, current.actor()), wish);
        } catch (ProblemException refused) {
            return objecting(refused, Templates.studio(ofPattern(pattern, null).kept(wish), pattern, refused));
        }
    }

    /** A word sewn in a typeface. */
    @GET
    @Path("typefaces/{face}.png")
    @Produces("image/png")
    @PermitAll
    public Response typeface(String face) {
        return Response.ok(samples.png(face)
                        .orElseThrow(() -> ProblemException.notFound("FACE_UNKNOWN", "There is no such typeface.")))
                .header("Cache-Control", "public, max-age=3600")
                .build();
    }

    @GET
    @Path("upload")
    @RolesAllowed(Role.CUSTOMER)
    public TemplateInstance uploadForm() {
        return Templates.upload(null);
    }

    @POST
    @Path("artwork")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Role.CUSTOMER)
    public Response upload(@RestForm("file") @Nullable FileUpload file) {
        try {
            if (file == null || file.size() == 0) {
                throw ProblemException.unprocessable("E_EMPTY", "Choose an SVG file that is not empty.");
            }
            ArtworkView artwork =
                    intake.upload(Files.readAllBytes(file.uploadedFile()), file.fileName(), current.actor());
            return Response.seeOther(URI.create("/artwork/" + artwork.id())).build();
        } catch (ProblemException refused) {
            return objecting(refused, Templates.upload(refused));
        } catch (IOException e) {
            throw new UncheckedIOException("The upload cannot be read back", e);
        }
    }

    /** A drawing of one's own, to be personalised. */
    @GET
    @Path("artwork/{id}")
    @RolesAllowed(Role.CUSTOMER)
    public TemplateInstance artwork(UUID id, @RestQuery @Nullable UUID like) {
        ArtworkView artwork = own(id);
        return Templates.studio(ofArtwork(artwork, like), patternOf(artwork).orElse(null), null);
    }

    @POST
    @Path("artwork/{id}/proof")
    @RolesAllowed(Role.CUSTOMER)
    public Response digitize(UUID id, @BeanParam StudioWish wish) {
        ArtworkView artwork = own(id);
        try {
            return ask(artwork, wish);
        } catch (ProblemException refused) {
            return objecting(
                    refused,
                    Templates.studio(
                            ofArtwork(artwork, null).kept(wish),
                            patternOf(artwork).orElse(null),
                            refused));
        }
    }

    private Response ask(ArtworkView artwork, StudioWish wish) {
        WordsForm words = wish.asked();
        ProofChoices choices = desk.choices(
                artwork, wish.width, wish.fabric, wish.palette, wish.hoop, wish.cloth, words.inscription());
        if (words.isWanted() && words.isNames()) {
            UUID nameList = desk.askForNames(artwork, choices, words.names(), current.actor());
            return Response.seeOther(URI.create("/names/" + nameList)).build();
        }
        return toProof(desk.ask(artwork, choices, current.actor()));
    }

    /** The file as it was brought: never shown by a browser, only saved. */
    @GET
    @Path("artwork/{id}/original")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed({Role.CUSTOMER, Role.PLANNER})
    public Response original(UUID id) {
        Actor actor = current.actor();
        String name = artworks.fileName(id, actor).orElseThrow(StudioPages::unknown);
        byte[] bytes = artworks.source(id).orElseThrow(StudioPages::unknown);
        return Response.ok(bytes)
                .header("Content-Disposition", ContentDisposition.attachment(name))
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .build();
    }

    private StudioForm ofPattern(Pattern pattern, @Nullable ArtworkView artwork) {
        Optional<String> design = shelf.designOf(pattern);
        return new StudioForm(
                pattern.name(),
                "/patterns/" + pattern.slug() + "/proof",
                design.map(any -> "/patterns/" + pattern.slug() + "/picture.png")
                        .orElse(null),
                artwork == null ? 0 : artwork.heightAt(1),
                Math.round(pattern.minWidthMm()),
                Math.round(pattern.maxWidthMm()),
                StudioForm.Chosen.usual(pattern.defaultWidthMm()),
                List.of());
    }

    private StudioForm ofArtwork(ArtworkView artwork, @Nullable UUID like) {
        StudioForm.Chosen chosen = Optional.ofNullable(like)
                .flatMap(id -> desk.find(id, current.actor()))
                .map(StudioPages::sameAs)
                .orElseGet(() -> StudioForm.Chosen.usual(usualWidth(artwork)));
        Optional<Pattern> pattern = patternOf(artwork);
        return new StudioForm(
                artwork.title(),
                "/artwork/" + artwork.id() + "/proof",
                pattern.flatMap(p -> shelf.designOf(p).map(any -> "/patterns/" + p.slug() + "/picture.png"))
                        .orElse(null),
                artwork.heightAt(1),
                pattern.map(p -> Math.round(p.minWidthMm())).orElse(20L),
                pattern.map(p -> Math.round(p.maxWidthMm())).orElse(300L),
                chosen,
                artwork.colours());
    }

    private static StudioForm.Chosen sameAs(ProofView proof) {
        ProofChoices choices = proof.choices();
        return new StudioForm.Chosen(
                Math.round(choices.widthMm()),
                choices.fabric(),
                choices.palette(),
                choices.hoop(),
                choices.cloth() == null ? StudioForm.ANY_CLOTH : choices.cloth().word(),
                WordsForm.of(choices.words()));
    }

    /** As drawn when that is a size one sews, otherwise a hand's width. */
    private static double usualWidth(ArtworkView artwork) {
        boolean sewable =
                artwork.widthMm() >= 30 && Math.max(artwork.widthMm(), artwork.heightAt(artwork.widthMm())) <= 180;
        return sewable
                ? artwork.widthMm()
                : Math.min(USUAL_WIDTH_MM, USUAL_WIDTH_MM / Math.max(1, artwork.heightAt(1)));
    }

    private Optional<Pattern> patternOf(ArtworkView artwork) {
        String file = artwork.pattern();
        return catalogue.all().stream()
                .filter(pattern -> pattern.file().equals(file))
                .findFirst();
    }

    private Pattern known(String slug) {
        return catalogue
                .find(slug)
                .orElseThrow(() -> ProblemException.notFound("PATTERN_UNKNOWN", "There is no such pattern."));
    }

    private ArtworkView own(UUID id) {
        return artworks.visible(id, current.actor()).orElseThrow(StudioPages::unknown);
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("ARTWORK_UNKNOWN", "There is no such drawing.");
    }

    private static Response toProof(ProofView proof) {
        return Response.seeOther(URI.create("/proofs/" + proof.id())).build();
    }

    private static Response objecting(ProblemException refused, TemplateInstance page) {
        return Response.status(refused.status())
                .type(MediaType.TEXT_HTML_TYPE.withCharset(StandardCharsets.UTF_8.name()))
                .entity(page)
                .build();
    }
}
