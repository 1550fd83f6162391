package org.stitchery.service.artwork;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.service.account.CurrentAccount;
import org.stitchery.service.account.Role;
import org.stitchery.service.platform.ProblemException;

/** Proofs, designs and the catalogue, for programs. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "designs", description = "What became of a request for stitches")
public class DesignResource {

    private final ProofDesk desk;
    private final Proofs proofs;
    private final DesignStore designs;
    private final DesignPicture pictures;
    private final Catalogue catalogue;
    private final CurrentAccount current;

    DesignResource(
            ProofDesk desk,
            Proofs proofs,
            DesignStore designs,
            DesignPicture pictures,
            Catalogue catalogue,
            CurrentAccount current) {
        this.desk = desk;
        this.proofs = proofs;
        this.designs = designs;
        this.pictures = pictures;
        this.catalogue = catalogue;
        this.current = current;
    }

    /** A pattern to choose. */
    public record PatternLine(
            String slug,
            String name,
            String description,
            String category,
            double defaultWidthMm,
            double minWidthMm,
            double maxWidthMm,
            List<String> tags) {}

    /** A design in numbers, with all there is to tell about it. Seconds are an estimate for a usual machine. */
    public record DesignSheet(
            String sha256,
            String name,
            String fabric,
            String hoop,
            int stitches,
            int trims,
            double widthMm,
            double heightMm,
            long machineSeconds,
            double threadMetres,
            List<ThreadColor> threads,
            List<Finding> findings) {}

    @GET
    @Path("patterns")
    @PermitAll
    @Operation(summary = "The catalogue of patterns")
    public List<PatternLine> patterns() {
        return catalogue.all().stream()
                .map(p -> new PatternLine(
                        p.slug(),
                        p.name(),
                        p.description(),
                        p.category(),
                        p.defaultWidthMm(),
                        p.minWidthMm(),
                        p.maxWidthMm(),
                        p.tags()))
                .toList();
    }

    @GET
    @Path("proofs/{id}")
    @RolesAllowed({Role.CUSTOMER, Role.OPERATOR, Role.PLANNER, Role.OWNER})
    @Operation(summary = "How a request for stitches stands; ready when it names a design")
    public ProofView proof(UUID id) {
        return desk.find(id, current.actor())
                .orElseThrow(() -> ProblemException.notFound("PROOF_UNKNOWN", "There is no such proof."));
    }

    @GET
    @Path("proofs/{id}/advice")
    @RolesAllowed({Role.CUSTOMER, Role.OPERATOR, Role.PLANNER, Role.OWNER})
    @Operation(
            summary = "What could be better about a proof, the most important first",
            description = "With a mend where one is safe, and the design as it would be then to be looked at.")
    public List<ProofAdvice> advice(UUID id) {
        return desk.advice(id, current.actor());
    }

    @POST
    @Path("proofs/{id}/advice/{number}/accept")
    @RolesAllowed(Role.CUSTOMER)
    @Operation(
            summary = "Ask for stitches again with one piece of advice taken; the proof itself stays as it is",
            description = "On a list of names the new proof has the place of the old one, until that is approved."
                    + " With others=true the other names that are not approved change alike.")
    public Response accept(UUID id, int number, @RestQuery boolean others) {
        ProofView proof = desk.accept(id, number, others, current.actor());
        return Response.accepted(proof)
                .location(URI.create("/api/proofs/" + proof.id()))
                .build();
    }

    @GET
    @Path("names/{id}")
    @RolesAllowed({Role.CUSTOMER, Role.OPERATOR, Role.PLANNER, Role.OWNER})
    @Operation(summary = "The proofs of a list of names, in its order")
    public ArtworkResource.NameList names(UUID id) {
        List<ProofView> list = proofs.ofNames(id, current.actor());
        if (list.isEmpty()) {
            throw ProblemException.notFound("NAMES_UNKNOWN", "There is no such list of names.");
        }
        return new ArtworkResource.NameList(id, list);
    }

    @GET
    @Path("designs/{sha256: [0-9a-f]{64}}")
    @RolesAllowed({Role.CUSTOMER, Role.OPERATOR, Role.PLANNER, Role.OWNER})
    @Operation(summary = "A design in numbers")
    public DesignSheet design(String sha256) {
        DesignRecord design = designs.find(visible(sha256)).orElseThrow(DesignResource::unknown);
        DesignFigures figures = DesignFigures.of(design);
        return new DesignSheet(
                design.sha256(),
                design.name(),
                design.fabric(),
                design.hoop(),
                figures.stitches(),
                figures.trims(),
                figures.widthMm(),
                figures.heightMm(),
                figures.sewing().toSeconds(),
                figures.threadMetres(),
                figures.threads(),
                design.findings());
    }

    @GET
    @Path("designs/{sha256: [0-9a-f]{64}}/picture")
    @Produces("image/png")
    @RolesAllowed({Role.CUSTOMER, Role.OPERATOR, Role.PLANNER, Role.OWNER})
    @Operation(summary = "The design as it will look sewn, on no cloth")
    public byte[] picture(String sha256) {
        return pictures.png(visible(sha256), DesignPicture.Size.LARGE).orElseThrow(DesignResource::unknown);
    }

    private String visible(String sha256) {
        if (!proofs.mayBeSeenBy(sha256, current.actor())) {
            throw unknown();
        }
        return sha256;
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("DESIGN_UNKNOWN", "There is no such design.");
    }
}
