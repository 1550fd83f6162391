package org.stitchery.service.order;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.account.CurrentAccount;
import org.stitchery.service.account.Role;
import org.stitchery.service.artwork.DesignStore;
import org.stitchery.service.artwork.ProofDesk;
import org.stitchery.service.artwork.ProofView;
import org.stitchery.service.artwork.Proofs;
import org.stitchery.service.platform.Ids;
import org.stitchery.service.platform.ProblemException;

/** What will be sewn and what it costs, to be approved. */
@Path("/proofs/{id}")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ProofPages {

    private final ProofDesk desk;
    private final Proofs proofs;
    private final DesignStore designs;
    private final OrderDesk orders;
    private final PriceList prices;
    private final Ids ids;
    private final CurrentAccount current;

    ProofPages(
            ProofDesk desk,
            Proofs proofs,
            DesignStore designs,
            OrderDesk orders,
            PriceList prices,
            Ids ids,
            CurrentAccount current) {
        this.desk = desk;
        this.proofs = proofs;
        this.designs = designs;
        this.orders = orders;
        this.prices = prices;
        this.ids = ids;
        this.current = current;
    }

    @CheckedTemplate(basePath = "order")
    static class Templates {
        static native TemplateInstance proofWaiting(ProofView proof, long ahead);

        static native TemplateInstance proofWaiting$waiting(ProofView proof, long ahead);

        static native TemplateInstance proofFailed(ProofView proof);

        static native TemplateInstance proof(ProofSheet sheet, UUID orderKey, @Nullable String objection);

        static native TemplateInstance proof$price(Price price);
    }

    @GET
    @RolesAllowed({Role.CUSTOMER, Role.OPERATOR, Role.PLANNER, Role.OWNER})
    public TemplateInstance proof(UUID id) {
        ProofView proof = visible(id);
        return switch (proof.state()) {
            case DIGITIZING -> Templates.proofWaiting(proof, proofs.ahead(proof));
            case DIGITIZE_FAILED -> Templates.proofFailed(proof);
            case PROOF_READY, PROOF_APPROVED -> Templates.proof(sheet(proof, 1), ids.next(), null);
        };
    }

    /** Asked for again and again by a waiting page; when there is something to see, the page is loaded anew. */
    @GET
    @Path("waiting")
    @RolesAllowed({Role.CUSTOMER, Role.OPERATOR, Role.PLANNER, Role.OWNER})
    public Response waiting(UUID id) {
        ProofView proof = visible(id);
        return proof.isUnderWay()
                ? Response.ok(Templates.proofWaiting$waiting(proof, proofs.ahead(proof)))
                        .build()
                : Response.ok("").header("HX-Redirect", "/proofs/" + id).build();
    }

    /** The price of so many. */
    @GET
    @Path("price")
    @RolesAllowed(Role.CUSTOMER)
    public TemplateInstance price(UUID id, @RestQuery int quantity) {
        int within = Math.max(1, Math.min(OrderDesk.MOST_GARMENTS, quantity));
        return Templates.proof$price(sheet(visible(id), within).price());
    }

    @POST
    @Path("order")
    @RolesAllowed(Role.CUSTOMER)
    public Response order(
            UUID id,
            @FormParam("design") @Nullable String design,
            @FormParam("quantity") int quantity,
            @FormParam("order-key") @Nullable String key,
            @HeaderParam("HX-Request") @Nullable String htmx) {
        ProofView proof = visible(id);
        try {
            OrderView order = orders.place(id, design == null ? "" : design, quantity, key, current.actor());
            return Response.seeOther(URI.create("/orders/" + order.id())).build();
        } catch (ProblemException refused) {
            if (proof.designSha256() == null) {
                throw refused;
            }
            int shown = Math.max(1, Math.min(OrderDesk.MOST_GARMENTS, quantity));
            return Response.status(refused.status())
                    .entity(Templates.proof(sheet(proof, shown), ids.next(), refused.sentence()))
                    .build();
        }
    }

    /**
     * Takes one piece of advice: a new proof, made with the change. On a list of names it has the place of the old one.
     *
     * @param others true when the other names of the list shall change alike
     */
    @POST
    @Path("advice/{number}/accept")
    @RolesAllowed(Role.CUSTOMER)
    public Response accept(UUID id, int number, @FormParam("others") boolean others) {
        ProofView mended = desk.accept(id, number, others, current.actor());
        String next = mended.nameList() == null ? "/proofs/" + mended.id() : "/names/" + mended.nameList();
        return Response.seeOther(URI.create(next)).build();
    }

    private ProofSheet sheet(ProofView proof, int quantity) {
        String sha256 = proof.designSha256();
        if (sha256 == null) {
            throw ProblemException.conflict("PROOF_NOT_READY", "There are no stitches to look at yet.");
        }
        return ProofSheet.of(
                proof,
                designs.find(sha256).orElseThrow(() -> new IllegalStateException("A design is missing: " + sha256)),
                desk.advice(proof.id(), current.actor()),
                prices,
                quantity);
    }

    private ProofView visible(UUID id) {
        return desk.find(id, current.actor())
                .orElseThrow(() -> ProblemException.notFound("PROOF_UNKNOWN", "There is no such proof."));
    }
}
