package org.stitchery.service.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An order's row, for reading: {@link Orders} changes it by single statements. */
@Entity
@Immutable
@Table(name = "customer_order")
class OrderEntity {

    @Id
    UUID id;

    long number;

    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "customer_name")
    String customerName;

    @Enumerated(EnumType.STRING)
    OrderState state;

    int version;

    String currency;

    @Column(name = "total_cents")
    long totalCents;

    @Nullable
    @Column(name = "idempotency_key")
    String idempotencyKey;

    @Nullable
    @Column(name = "request_sha256")
    String requestSha256;

    @Column(name = "created_at")
    Instant createdAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected OrderEntity() {}
}
