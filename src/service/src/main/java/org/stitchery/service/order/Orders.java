package org.stitchery.service.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.account.Role;
import org.stitchery.service.artwork.ProofView;
import org.stitchery.service.platform.Actor;
import org.stitchery.service.platform.Ids;

/** The orders in the database. Each step is one statement that expects the state it leaves. */
@ApplicationScoped
class Orders implements PanacheRepositoryBase<OrderEntity, UUID> {

    private final Ids ids;
    private final ObjectMapper json;

    Orders(Ids ids, ObjectMapper json) {
        this.ids = ids;
        this.json = json;
    }

    /**
     * Writes a new order down, unless this customer has sent the same key before.
     *
     * @param key the customer's word for this very wish, null for none
     * @param requestSha256 what the wish was, to tell a repetition from another wish under the same key
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<UUID> add(Actor customer, String currency, long totalCents, @Nullable String key, String requestSha256) {
        UUID id = ids.next();
        int added = sql("insert into customer_order (id, account_id, customer_name, state, currency, total_cents,"
                        + " idempotency_key, request_sha256) values (?1, ?2, ?3, 'PROOF_APPROVED', ?4, ?5, ?6, ?7)"
                        + " on conflict (account_id, idempotency_key) do nothing")
                .setParameter(1, id)
                .setParameter(2, customer.id())
                .setParameter(3, customer.name())
                .setParameter(4, currency)
                .setParameter(5, totalCents)
                .setParameter(6, key, String.class)
                .setParameter(7, requestSha256)
                .executeUpdate();
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void addLine(UUID orderId, ProofView proof, String designSha256, Price price) {
        sql("insert into order_line (id, order_id, proof_id, design_sha256, title, quantity, unit_cents, price)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")
                .setParameter(1, ids.next())
                .setParameter(2, orderId)
                .setParameter(3, proof.id())
                .setParameter(4, designSha256)
                .setParameter(5, proof.title())
                .setParameter(6, price.quantity())
                .setParameter(7, price.unitCents())
                .setParameter(8, written(price))
                .executeUpdate();
    }

    /** One step on; false when somebody was faster or the order is not where it was expected. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean advance(UUID id, int version, OrderState from, OrderState to) {
        int changed = sql("update customer_order set state = ?4, version = version + 1, changed_at = now()"
                        + " where id = ?1 and version = ?2 and state = ?3")
                .setParameter(1, id)
                .setParameter(2, version)
                .setParameter(3, from.name())
                .setParameter(4, to.name())
                .executeUpdate();
        getEntityManager().clear();
        return changed == 1;
    }

    /** Writes down how many garments of a line are good; never fewer than before. Says which order it belongs to. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<UUID> sewn(UUID lineId, int done) {
        List<?> order = sql("update order_line set sewn = greatest(sewn, least(quantity, ?2)) where id = ?1"
                        + " returning order_id")
                .setParameter(1, lineId)
                .setParameter(2, done)
                .getResultList();
        getEntityManager().clear();
        return order.stream().map(UUID.class::cast).findFirst();
    }

    /** The order under this customer's key. */
    @Transactional
    Optional<OrderEntity> ofKey(UUID accountId, String key) {
        return find("accountId = ?1 and idempotencyKey = ?2", accountId, key).firstResultOptional();
    }

    /** The order, if it exists and this person may see it: their own, or any for staff. */
    @Transactional
    Optional<OrderView> visible(UUID id, Actor actor) {
        Optional<OrderEntity> row = actor.is(Role.CUSTOMER)
                ? find("id = ?1 and accountId = ?2", id, actor.id()).firstResultOptional()
                : findByIdOptional(id);
        return row.map(this::view);
    }

    /** The orders this person may see, newest first. */
    @Transactional
    List<OrderView> visible(Actor actor, int most) {
        List<OrderEntity> rows = actor.is(Role.CUSTOMER)
                ? find("accountId = ?1 order by createdAt desc", actor.id())
                        .page(0, most)
                        .list()
                : find("order by createdAt desc").page(0, most).list();
        return rows.stream().map(this::view).toList();
    }

    /** Orders that wait for somebody to release them, oldest first. */
    @Transactional
    List<OrderView> unreleased() {
        return find("state = ?1 order by createdAt", OrderState.PROOF_APPROVED).page(0, 100).list().stream()
                .map(this::view)
                .toList();
    }

    private OrderView view(OrderEntity order) {
        List<OrderLineEntity> lines = getEntityManager()
                .createQuery("from OrderLineEntity where orderId = ?1 order by title, id", OrderLineEntity.class)
                .setParameter(1, order.id)
                .getResultList();
        return new OrderView(
                order.id,
                order.number,
                order.accountId,
                order.customerName,
                order.state,
                order.version,
                order.currency,
                order.totalCents,
                lines.stream().map(this::view).toList(),
                order.createdAt);
    }

    private OrderView.LineView view(OrderLineEntity line) {
        return new OrderView.LineView(
                line.id, line.proofId, line.designSha256, line.title, read(line.price), line.quantity, line.sewn);
    }

    private String written(Price price) {
        try {
            return json.writeValueAsString(price);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A price cannot be written as JSON: " + price, e);
        }
    }

    private Price read(String price) {
        try {
            return json.readValue(price, Price.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored price is not JSON: " + price, e);
        }
    }

    private NativeQuery<?> sql(String statement) {
        return getEntityManager().createNativeQuery(statement).unwrap(NativeQuery.class);
    }
}
