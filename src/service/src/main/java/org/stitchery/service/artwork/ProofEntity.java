package org.stitchery.service.artwork;

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

/** A proof's row, for reading: {@link Proofs} changes it by single statements. */
@Entity
@Immutable
@Table(name = "proof")
class ProofEntity {

    @Id
    UUID id;

    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "artwork_id")
    UUID artworkId;

    String title;

    @Column(name = "width_mm")
    double widthMm;

    String fabric;

    String palette;

    String hoop;

    @Enumerated(EnumType.STRING)
    ProofState state;

    int version;

    int tries;

    @Nullable
    @Column(name = "design_sha256")
    String designSha256;

    @Nullable
    @Column(name = "failure_code")
    String failureCode;

    @Nullable
    String failure;

    @Column(name = "created_at")
    Instant createdAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected ProofEntity() {}

    ProofView toView() {
        return new ProofView(
                id,
                accountId,
                artworkId,
                title,
                new ProofChoices(widthMm, fabric, palette, hoop),
                state,
                version,
                designSha256,
                failureCode,
                failure,
                createdAt);
    }
}
