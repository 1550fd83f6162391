package org.stitchery.service.artwork;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A drawing's row, for reading: {@link Artworks} changes it by single statements. */
@Entity
@Immutable
@Table(name = "artwork")
class ArtworkEntity {

    @Id
    UUID id;

    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "source_sha256")
    String sourceSha256;

    String title;

    @Column(name = "file_name")
    String fileName;

    @Nullable
    String pattern;

    @Enumerated(EnumType.STRING)
    ArtworkState state;

    int tries;

    @Nullable
    @Column(name = "width_mm")
    Double widthMm;

    @Nullable
    @Column(name = "height_mm")
    Double heightMm;

    String colours;

    @Nullable
    @Column(name = "rejection_code")
    String rejectionCode;

    @Nullable
    String rejection;

    @Column(name = "created_at")
    Instant createdAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected ArtworkEntity() {}

    ArtworkView toView() {
        return new ArtworkView(
                id,
                accountId,
                title,
                pattern,
                state,
                widthMm == null ? 0 : widthMm,
                heightMm == null ? 0 : heightMm,
                colours.isEmpty() ? List.of() : Arrays.asList(colours.split(",")),
                rejectionCode,
                rejection,
                createdAt);
    }
}
