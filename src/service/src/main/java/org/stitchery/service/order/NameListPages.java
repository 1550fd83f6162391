package org.stitchery.service.order;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.account.CurrentAccount;
import org.stitchery.service.account.Role;
import org.stitchery.service.artwork.DesignStore;
import org.stitchery.service.artwork.ProofDesk;
import org.stitchery.service.artwork.ProofView;
import org.stitchery.service.artwork.Proofs;
import org.stitchery.service.platform.Ids;
import org.stitchery.service.platform.ProblemException;

/** A list of names: a proof for each, approved and ordered together, one garment a name. */
@Path("/names/{id}")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class NameListPages {

    private final ProofDesk desk;
    private final Proofs proofs;
    private final DesignStore designs;
    private final OrderDesk orders;
    private final PriceList prices;
    private final Ids ids;
    private final CurrentAccount current;

    NameListPages(
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
        static native TemplateInstance nameList(NameListSheet list, UUID orderKey, @Nullable String objection);

        static native TemplateInstance nameList$waiting(NameListSheet list);
    }

    @GET
    @RolesAllowed({Role.CUSTOMER, Role.OPERATOR, Role.PLANNER, Role.OWNER})
    public TemplateInstance names(UUID id) {
        return Templates.nameList(list(id), ids.next(), null);
    }

    /** Asked for again and again by a waiting page; when all names are made, the page is loaded anew. */
    @GET
    @Path("waiting")
    @RolesAllowed({Role.CUSTOMER, Role.OPERATOR, Role.PLANNER, Role.OWNER})
    public Response waiting(UUID id) {
        NameListSheet list = list(id);
        return list.isUnderWay()
                ? Response.ok(Templates.nameList$waiting(list)).build()
                : Response.ok("").header("HX-Redirect", "/names/" + id).build();
    }

    /** @param shown what was on the customer's screen, in the order of the names */
    @POST
    @Path("order")
    @RolesAllowed(Role.CUSTOMER)
    public Response order(
            UUID id, @FormParam("design") @Nullable List<String> shown, @FormParam("order-key") @Nullable String key) {
        NameListSheet list = list(id);
        try {
            if (shown == null || shown.size() != list.names().size()) {
                throw ProblemException.conflict(
                        "PROOF_CHANGED", "Not all names are made yet. Look at them again before you approve them.");
            }
            List<OrderDesk.Wanted> wanted = new ArrayList<>();
            for (int i = 0; i < shown.size(); i++) {
                wanted.add(new OrderDesk.Wanted(list.names().get(i).proof().id(), shown.get(i), 1));
            }
            OrderView order = orders.place(wanted, key, current.actor());
            return Response.seeOther(URI.create("/orders/" + order.id())).build();
        } catch (ProblemException refused) {
            return Response.status(refused.status())
                    .entity(Templates.nameList(list(id), ids.next(), refused.sentence()))
                    .build();
        }
    }

    private NameListSheet list(UUID id) {
        List<ProofView> list = proofs.ofNames(id, current.actor());
        if (list.isEmpty()) {
            throw ProblemException.notFound("NAMES_UNKNOWN", "There is no such list of names.");
        }
        return new NameListSheet(
                id,
                list.stream()
                        .map(proof -> new NameListSheet.Name(proof, sheet(proof)))
                        .toList());
    }

    private @Nullable ProofSheet sheet(ProofView proof) {
        String sha256 = proof.designSha256();
        return sha256 == null
                ? null
                : ProofSheet.of(
                        proof,
                        designs.find(sha256)
                                .orElseThrow(() -> new IllegalStateException("A design is missing: " + sha256)),
                        desk.advice(proof.id(), current.actor()),
                        prices,
                        1);
    }
}
