package org.stitchery.service.production;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One try's row as it was read. Written before the first byte, completed by {@link AttemptRepository}, never deleted. */
@Entity
@Immutable
@Table(name = "attempt")
class AttemptEntity {

    @Id
    UUID id;

    @Column(nullable = false)
    String label;

    @Column(name = "run_id", nullable = false)
    UUID runId;

    @Column(name = "machine_id", nullable = false)
    UUID machineId;

    @Column(nullable = false)
    long fence;

    @Column(nullable = false)
    String node;

    @Column(name = "armed_by")
    @Nullable
    UUID armedBy;

    @Column(name = "started_by", nullable = false)
    UUID startedBy;

    @Column(name = "garment_tag", nullable = false)
    String garmentTag;

    @Column(name = "design_sha256", nullable = false)
    String designSha256;

    @Column(nullable = false)
    String format;

    @Column(name = "content_sha256", nullable = false)
    String contentSha256;

    @Column(nullable = false)
    String driver;

    @Column(name = "driver_version", nullable = false)
    String driverVersion;

    @Column(name = "driver_sha256")
    @Nullable
    String driverSha256;

    @Column(name = "start_stitch", nullable = false)
    int startStitch;

    @Column(name = "bytes_total", nullable = false)
    long bytesTotal;

    @Column(name = "stitches_total", nullable = false)
    int stitchesTotal;

    @Column(name = "intent_at", insertable = false)
    Instant intentAt;

    @Column(name = "first_byte_at", insertable = false)
    @Nullable
    Instant firstByteAt;

    @Column(name = "acked_bytes", insertable = false)
    long ackedBytes;

    @Column(name = "acked_stitch", insertable = false)
    int ackedStitch;

    @Column(insertable = false)
    @Nullable
    String evidence;

    @Column(name = "machine_counter", insertable = false)
    @Nullable
    Long machineCounter;

    @Column(name = "ended_at", insertable = false)
    @Nullable
    Instant endedAt;

    @Column(insertable = false)
    @Nullable
    String outcome;

    @Column(name = "outcome_detail", insertable = false)
    @Nullable
    String outcomeDetail;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate, or by the caller before it is persisted
    AttemptEntity() {}
}
