package org.stitchery.service.artwork;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A design's row: written once, never changed. */
@Entity
@Immutable
@Table(name = "design")
class DesignEntity {

    @Id
    String sha256;

    @Column(nullable = false)
    String name;

    @Column(nullable = false)
    byte[] canonical;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected DesignEntity() {}
}
