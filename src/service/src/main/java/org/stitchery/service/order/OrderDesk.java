package org.stitchery.service.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.service.artwork.DesignFigures;
import org.stitchery.service.artwork.DesignRecord;
import org.stitchery.service.artwork.DesignStore;
import org.stitchery.service.artwork.ProofView;
import org.stitchery.service.artwork.Proofs;
import org.stitchery.service.platform.Actor;
import org.stitchery.service.platform.Ledger;
import org.stitchery.service.platform.LedgerEntry;
import org.stitchery.service.platform.ProblemException;

/** Where orders are taken, released, called off and found finished. One transaction each. */
@ApplicationScoped
public class OrderDesk {

    /** The largest order a page takes; more than that is a talk, not a form. */
    public static final int MOST_GARMENTS = 500;

    private static final int LONGEST_KEY = 200;

    private final Orders orders;
    private final Proofs proofs;
    private final DesignStore designs;
    private final PriceList prices;
    private final Ledger ledger;
    private final Event<OrderReleased> released;
    private final Event<OrderCancelled> cancelled;
    private final boolean releaseAtOnce;

    OrderDesk(
            Orders orders,
            Proofs proofs,
            DesignStore designs,
            PriceList prices,
            Ledger ledger,
            Event<OrderReleased> released,
            Event<OrderCancelled> cancelled,
            @ConfigProperty(name = "stitchery.order.release", defaultValue = "automatic") String release) {
        this.orders = orders;
        this.proofs = proofs;
        this.designs = designs;
        this.prices = prices;
        this.ledger = ledger;
        this.released = released;
        this.cancelled = cancelled;
        this.releaseAtOnce = release.equals("automatic");
    }

    /**
     * A proof to approve and how many garments to sew with it.
     *
     * @param designSha256 the design on the customer's screen
     */
    public record Wanted(UUID proofId, String designSha256, int quantity) {}

    /**
     * Approves a proof and orders garments with it.
     *
     * @param designSha256 the design on the customer's screen
     * @param key the customer's word for this very wish, so that sending it twice orders once; null for none
     * @throws ProblemException 404 for a proof that is not theirs, 409 when the proof changed or the key stands for
     *     another wish, 422 for a quantity out of range or a design that must not be sewn
     */
    @Transactional
    public OrderView place(UUID proofId, String designSha256, int quantity, @Nullable String key, Actor by) {
        return place(List.of(new Wanted(proofId, designSha256, quantity)), key, by);
    }

    /**
     * Approves proofs and orders garments with them, a line for each proof, all or nothing.
     *
     * @param wanted at least one, each proof once
     * @param key as for a single proof
     * @throws ProblemException as for a single proof
     */
    @Transactional
    public OrderView place(List<Wanted> wanted, @Nullable String key, Actor by) {
        long garments = wanted.stream().mapToLong(Wanted::quantity).sum();
        boolean each = wanted.stream().allMatch(one -> one.quantity() >= 1);
        if (!each || garments < 1 || garments > MOST_GARMENTS) {
            throw ProblemException.unprocessable(
                    "QUANTITY_RANGE", "Order from 1 to " + MOST_GARMENTS + " garments; write to us for more.");
        }
        if (wanted.stream().map(Wanted::proofId).distinct().count() < wanted.size()) {
            throw ProblemException.unprocessable("PROOF_TWICE", "Order each proof on one line, with its quantity.");
        }
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw ProblemException.unprocessable(
                    "KEY_RANGE", "An idempotency key has 1 to " + LONGEST_KEY + " characters.");
        }
        String wish = sha256(wanted.stream()
                .map(one -> one.proofId() + " " + one.designSha256() + " " + one.quantity())
                .collect(Collectors.joining("\n")));
        Optional<OrderView> before = sameWish(key, wish, by);
        if (before.isPresent()) {
            return before.get();
        }
        List<ProofView> approved = new ArrayList<>();
        List<Price> lines = new ArrayList<>();
        for (Wanted one : wanted) {
            approved.add(proofs.approve(one.proofId(), one.designSha256(), by));
            DesignRecord design = designs.find(one.designSha256())
                    .orElseThrow(
                            () -> new IllegalStateException("An approved design is missing: " + one.designSha256()));
            requireSewable(design);
            lines.add(Price.of(prices, DesignFigures.of(design), one.quantity()));
        }
        long total = lines.stream().mapToLong(Price::totalCents).sum();
        Optional<UUID> added = orders.add(by, lines.get(0).currency(), total, key, wish);
        if (added.isEmpty()) {
            return sameWish(key, wish, by).orElseThrow();
        }
        for (int i = 0; i < wanted.size(); i++) {
            orders.addLine(added.get(), approved.get(i), wanted.get(i).designSha256(), lines.get(i));
        }
        OrderView order = seen(added.get(), by);
        ledger.append(LedgerEntry.of(
                "order",
                order.id(),
                order.version(),
                "ordered",
                by,
                Map.of(
                        "design",
                        wanted.stream().map(Wanted::designSha256).collect(Collectors.joining(" ")),
                        "quantity",
                        garments,
                        "total_cents",
                        total)));
        return releaseAtOnce ? release(order.id(), Actor.SYSTEM) : order;
    }

    /**
     * Gives the order to the floor.
     *
     * @throws ProblemException 404 when there is none, 409 when it is not waiting for that
     */
    @Transactional
    public OrderView release(UUID orderId, Actor by) {
        OrderView order = seen(orderId, by);
        step(order, OrderState.PROOF_APPROVED, OrderState.RELEASED, "released", by);
        for (OrderView.LineView line : order.lines()) {
            released.fire(new OrderReleased(
                    order.id(), line.id(), line.designSha256(), line.quantity(), line.title(), order.customerName()));
        }
        return seen(orderId, by);
    }

    /**
     * Calls the order off, as long as no garment of it has been hooped.
     *
     * @throws ProblemException 404 when there is none, 409 when it is too late
     */
    @Transactional
    public OrderView cancel(UUID orderId, Actor by) {
        OrderView order = seen(orderId, by);
        step(order, order.state(), OrderState.CANCELLED, "cancelled", by);
        if (order.state() == OrderState.RELEASED) {
            for (OrderView.LineView line : order.lines()) {
                cancelled.fire(new OrderCancelled(order.id(), line.id()));
            }
        }
        return seen(orderId, by);
    }

    /** The order, if it exists and this person may see it. */
    public Optional<OrderView> find(UUID orderId, Actor actor) {
        return orders.visible(orderId, actor);
    }

    /** The orders this person may see, newest first. */
    public List<OrderView> list(Actor actor) {
        return orders.visible(actor, 100);
    }

    /** Orders that wait for somebody to release them, oldest first. */
    public List<OrderView> unreleased() {
        return orders.unreleased();
    }

    /** Hears from the floor that another garment is good, inside the floor's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void onLineSewn(@Observes LineSewn news) {
        orders.sewn(news.orderLineId(), news.doneCount()).ifPresent(orderId -> {
            OrderView order = seen(orderId, Actor.SYSTEM);
            if (order.state() == OrderState.RELEASED && order.sewn() == order.quantity()) {
                step(order, OrderState.RELEASED, OrderState.FULFILLED, "fulfilled", Actor.SYSTEM);
            }
        });
    }

    private void step(OrderView order, OrderState from, OrderState to, String event, Actor by) {
        boolean legal = order.state() == from && order.isOpen();
        if (!legal || !orders.advance(order.id(), order.version(), from, to)) {
            throw ProblemException.conflict(
                    "ORDER_CHANGED",
                    "This order is " + order.state().words() + " by now. Reload the page to see how it stands.");
        }
        ledger.append(LedgerEntry.of("order", order.id(), order.version() + 1, event, by, Map.of()));
    }

    private Optional<OrderView> sameWish(@Nullable String key, String wish, Actor by) {
        if (key == null) {
            return Optional.empty();
        }
        return orders.ofKey(by.id(), key).map(order -> {
            if (!wish.equals(order.requestSha256)) {
                throw ProblemException.conflict(
                        "KEY_REUSED", "This idempotency key was used for another order. Use a new key for a new wish.");
            }
            return seen(order.id, by);
        });
    }

    private OrderView seen(UUID orderId, Actor by) {
        return orders.visible(orderId, by)
                .orElseThrow(() -> ProblemException.notFound("ORDER_UNKNOWN", "There is no such order."));
    }

    private static void requireSewable(DesignRecord design) {
        design.findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .findFirst()
                .ifPresent(finding -> {
                    throw ProblemException.unprocessable(
                            finding.code(), "This design cannot be ordered: " + finding.message());
                });
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
