package org.stitchery.service.production;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.platform.Actor;

/** Attempts and what becomes of them. What was acknowledged never falls, and an end is written once. */
@ApplicationScoped
class AttemptRepository implements PanacheRepositoryBase<AttemptEntity, UUID> {

    List<AttemptEntity> ofRun(UUID runId) {
        return list("runId = ?1 order by intentAt", runId);
    }

    /** The first byte was seen to have left. */
    void firstByte(UUID attemptId) {
        getEntityManager()
                .createNativeQuery("update attempt set first_byte_at = clock_timestamp()"
                        + " where id = :id and first_byte_at is null")
                .setParameter("id", attemptId)
                .executeUpdate();
    }

    /** So much is at the machine, at least. */
    void progressed(UUID attemptId, long bytes, int stitches, String evidence) {
        getEntityManager()
                .createNativeQuery("""
                        update attempt set acked_bytes = greatest(acked_bytes, least(:bytes, bytes_total)),
                            acked_stitch = greatest(acked_stitch, :stitches), evidence = :evidence
                        where id = :id
                        """)
                .setParameter("bytes", bytes)
                .setParameter("stitches", stitches)
                .setParameter("evidence", evidence)
                .setParameter("id", attemptId)
                .executeUpdate();
    }

    /** The machine's own counter. */
    void counter(UUID attemptId, long stitches) {
        getEntityManager()
                .createNativeQuery("update attempt set machine_counter = :stitches where id = :id")
                .setParameter("stitches", stitches)
                .setParameter("id", attemptId)
                .executeUpdate();
    }

    /** It is over. */
    void ended(UUID attemptId, String outcome, String detail, Actor source) {
        end(attemptId, outcome, detail, source, false);
    }

    /** A person says how it truly ended; that counts more than what we wrote before. */
    void decided(UUID attemptId, String outcome, String detail, Actor person) {
        end(attemptId, outcome, detail, person, true);
    }

    private void end(UUID attemptId, String outcome, String detail, Actor source, boolean evenIfEnded) {
        String kind = source.isPerson() ? "operator" : source.role();
        @Nullable UUID person = source.isPerson() ? source.id() : null;
        getEntityManager()
                .createNativeQuery("""
                        update attempt set ended_at = coalesce(ended_at, clock_timestamp()), outcome = :outcome,
                            outcome_source = :source, outcome_detail = :detail, decided_by = :person
                        where id = :id and (ended_at is null or :even)
                        """)
                .setParameter("outcome", outcome)
                .setParameter("source", kind)
                .setParameter("detail", detail)
                .unwrap(NativeQuery.class)
                .setParameter("person", person, UUID.class)
                .setParameter("id", attemptId)
                .setParameter("even", evenIfEnded)
                .executeUpdate();
    }
}
