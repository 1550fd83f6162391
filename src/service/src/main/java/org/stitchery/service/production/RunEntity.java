package org.stitchery.service.production;

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

/**
 * A run's row as it was read. Only {@link RunLifecycle} changes one, in SQL that names the state and version it expects;
 * so for everybody else it is immutable.
 */
@Entity
@Immutable
@Table(name = "run")
class RunEntity {

    @Id
    UUID id;

    @Column(name = "job_id", nullable = false)
    UUID jobId;

    @Column(name = "number_in_job", nullable = false)
    int numberInJob;

    @Column(name = "design_sha256", nullable = false)
    String designSha256;

    @Column(nullable = false)
    int priority;

    @Column(nullable = false)
    long place;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    RunState state;

    @Column(nullable = false)
    int version;

    @Column(name = "machine_id")
    @Nullable
    UUID machineId;

    @Column(name = "attempt_id")
    @Nullable
    UUID attemptId;

    @Column(name = "garment_tag")
    @Nullable
    String garmentTag;

    @Column(name = "armed_at")
    @Nullable
    Instant armedAt;

    @Column(name = "armed_by")
    @Nullable
    UUID armedBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "paused_from")
    @Nullable
    RunState pausedFrom;

    @Column(name = "hold_reason")
    @Nullable
    String holdReason;

    @Column(name = "replacement_of")
    @Nullable
    UUID replacementOf;

    @Column(name = "created_at", insertable = false)
    Instant createdAt;

    @Column(name = "changed_at", insertable = false)
    Instant changedAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected RunEntity() {}

    @SuppressWarnings("NullAway.Init") // the database gives the times
    RunEntity(UUID id, JobEntity job, int numberInJob, long place, int priority, @Nullable UUID replacementOf) {
        this.id = id;
        this.jobId = job.id;
        this.numberInJob = numberInJob;
        this.designSha256 = job.designSha256;
        this.place = place;
        this.priority = priority;
        this.state = RunState.WAITING;
        this.replacementOf = replacementOf;
    }
}
