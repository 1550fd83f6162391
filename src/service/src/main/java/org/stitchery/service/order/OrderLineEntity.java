package org.stitchery.service.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An order line's row, for reading. */
@Entity
@Immutable
@Table(name = "order_line")
class OrderLineEntity {

    @Id
    UUID id;

    @Column(name = "order_id")
    UUID orderId;

    @Column(name = "proof_id")
    UUID proofId;

    @Column(name = "design_sha256")
    String designSha256;

    String title;

    int quantity;

    @Column(name = "unit_cents")
    long unitCents;

    String price;

    int sewn;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected OrderLineEntity() {}
}
