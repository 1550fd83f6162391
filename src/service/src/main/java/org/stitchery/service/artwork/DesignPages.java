package org.stitchery.service.artwork;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.stitchery.service.account.CurrentAccount;
import org.stitchery.service.account.Role;
import org.stitchery.service.platform.ProblemException;

/** Pictures of designs. A design never changes under its name, so browsers may keep what they got. */
@Path("/")
@Blocking
public class DesignPages {

    private static final String PRIVATE_FOR_GOOD = "private, max-age=31536000, immutable";

    private final DesignPicture pictures;
    private final DesignStore designs;
    private final Proofs proofs;
    private final Catalogue catalogue;
    private final PatternShelf shelf;
    private final CurrentAccount current;

    DesignPages(
            DesignPicture pictures,
            DesignStore designs,
            Proofs proofs,
            Catalogue catalogue,
            PatternShelf shelf,
            CurrentAccount current) {
        this.pictures = pictures;
        this.designs = designs;
        this.proofs = proofs;
        this.catalogue = catalogue;
        this.shelf = shelf;
        this.current = current;
    }

    @GET
    @Path("designs/{sha256: [0-9a-f]{64}}/picture.png")
    @Produces("image/png")
    @RolesAllowed({Role.CUSTOMER, Role.OPERATOR, Role.PLANNER, Role.OWNER})
    public Response picture(String sha256) {
        return png(visible(sha256), DesignPicture.Size.LARGE);
    }

    @GET
    @Path("designs/{sha256: [0-9a-f]{64}}/small.png")
    @Produces("image/png")
    @RolesAllowed({Role.CUSTOMER, Role.OPERATOR, Role.PLANNER, Role.OWNER})
    public Response small(String sha256) {
        return png(visible(sha256), DesignPicture.Size.SMALL);
    }

    /** The needle's way, for the live picture; see {@link DesignPath}. */
    @GET
    @Path("designs/{sha256: [0-9a-f]{64}}/path.bin")
    @Produces("application/octet-stream")
    @RolesAllowed({Role.CUSTOMER, Role.OPERATOR, Role.PLANNER, Role.OWNER})
    public Response path(String sha256) {
        byte[] path = designs.find(visible(sha256))
                .map(design -> DesignPath.of(design.pattern()))
                .orElseThrow(DesignPages::unknown);
        return Response.ok(path).header("Cache-Control", PRIVATE_FOR_GOOD).build();
    }

    /** A pattern of the catalogue as it is sewn. */
    @GET
    @Path("patterns/{slug}/picture.png")
    @Produces("image/png")
    @PermitAll
    public Response pattern(String slug) {
        return png(design(slug), DesignPicture.Size.LARGE);
    }

    @GET
    @Path("patterns/{slug}/small.png")
    @Produces("image/png")
    @PermitAll
    public Response patternSmall(String slug) {
        return png(design(slug), DesignPicture.Size.SMALL);
    }

    private Response png(String sha256, DesignPicture.Size size) {
        byte[] png = pictures.png(sha256, size).orElseThrow(DesignPages::unknown);
        return Response.ok(png).header("Cache-Control", PRIVATE_FOR_GOOD).build();
    }

    private String design(String slug) {
        return catalogue
                .find(slug)
                .flatMap(shelf::designOf)
                .orElseThrow(
                        () -> ProblemException.notFound("PATTERN_UNKNOWN", "There is no picture of this pattern."));
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
