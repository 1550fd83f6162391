package org.stitchery.service.artwork;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.worker.WorkerResult;
import org.stitchery.service.account.Role;
import org.stitchery.service.platform.Actor;
import org.stitchery.service.platform.Ids;

/** The drawings in the database. Each step is one statement that expects the state it leaves. */
@ApplicationScoped
class Artworks implements PanacheRepositoryBase<ArtworkEntity, UUID> {

    /** Longest time a check may go without a sign of life before another node may take it over. */
    private static final String LEASE = "interval '60 seconds'";

    private final Ids ids;

    Artworks(Ids ids) {
        this.ids = ids;
    }

    /** Keeps a drawing; its bytes once for all who bring the same. */
    @Transactional
    UUID receive(UUID accountId, byte[] bytes, String title, String fileName, @Nullable String pattern) {
        String sha256 = DesignBytes.sha256(bytes);
        sql("insert into artwork_source (sha256, bytes) values (?1, ?2) on conflict (sha256) do nothing")
                .setParameter(1, sha256)
                .setParameter(2, bytes)
                .executeUpdate();
        UUID id = ids.next();
        sql("insert into artwork (id, account_id, source_sha256, title, file_name, pattern, state)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6, 'RECEIVED')")
                .setParameter(1, id)
                .setParameter(2, accountId)
                .setParameter(3, sha256)
                .setParameter(4, title)
                .setParameter(5, fileName)
                .setParameter(6, pattern, String.class)
                .executeUpdate();
        return id;
    }

    /** Takes the drawing for one more try at reading it; false when it is taken, done, or has been tried three times. */
    @Transactional
    boolean beginCheck(UUID id) {
        return sql("update artwork set state = 'CHECKING', tries = tries + 1, lease_until = now() + " + LEASE
                                + ", version = version + 1, changed_at = now()"
                                + " where id = ?1 and tries < 3 and (state = 'RECEIVED'"
                                + " or state = 'CHECKING' and (lease_until is null or lease_until < now()))")
                        .setParameter(1, id)
                        .executeUpdate()
                == 1;
    }

    @Transactional
    void accept(UUID id, WorkerResult.Inspected read) {
        String colours = read.colours().stream()
                .limit(64)
                .map(rgb -> String.format("#%06x", rgb))
                .collect(Collectors.joining(","));
        sql("update artwork set state = 'ACCEPTED', width_mm = ?2, height_mm = ?3, colours = ?4, lease_until = null,"
                        + " version = version + 1, changed_at = now() where id = ?1 and state = 'CHECKING'")
                .setParameter(1, id)
                .setParameter(2, read.drawnWidthMm())
                .setParameter(3, read.drawnHeightMm())
                .setParameter(4, colours)
                .executeUpdate();
    }

    @Transactional
    void reject(UUID id, String code, String sentence) {
        sql("update artwork set state = 'REJECTED', rejection_code = ?2, rejection = ?3, lease_until = null,"
                        + " version = version + 1, changed_at = now()"
                        + " where id = ?1 and state in ('RECEIVED', 'CHECKING')")
                .setParameter(1, id)
                .setParameter(2, code)
                .setParameter(3, sentence)
                .executeUpdate();
    }

    /** Gives a try back to whoever comes next; a worker that had no time does not count as one. */
    @Transactional
    void release(UUID id, boolean countsAsTry) {
        sql("update artwork set state = 'RECEIVED', lease_until = null, tries = tries - ?2, version = version + 1,"
                        + " changed_at = now() where id = ?1 and state = 'CHECKING'")
                .setParameter(1, id)
                .setParameter(2, countsAsTry ? 0 : 1)
                .executeUpdate();
    }

    /** Drawings whose check was begun or promised by a process that is gone. */
    @Transactional
    List<UUID> abandoned() {
        List<?> found = sql("select id from artwork where state = 'CHECKING' and lease_until < now()"
                        + " or state = 'RECEIVED' and changed_at < now() - " + LEASE
                        + " order by created_at limit 20")
                .getResultList();
        return found.stream().map(UUID.class::cast).toList();
    }

    @Transactional
    int tries(UUID id) {
        return findByIdOptional(id).map(row -> row.tries).orElse(0);
    }

    /** The drawing, if it exists and this person may see it: their own, or any for staff. */
    @Transactional
    Optional<ArtworkView> visible(UUID id, Actor actor) {
        return row(id, actor).map(ArtworkEntity::toView);
    }

    /** One's own drawings, newest first. */
    @Transactional
    List<ArtworkView> ofAccount(UUID accountId) {
        return find("accountId = ?1 order by createdAt desc", accountId).page(0, 50).list().stream()
                .map(ArtworkEntity::toView)
                .toList();
    }

    /** One's own copy of a catalogue pattern with these very bytes. */
    @Transactional
    Optional<ArtworkView> ofPattern(UUID accountId, String pattern, byte[] bytes) {
        return find(
                        "accountId = ?1 and pattern = ?2 and sourceSha256 = ?3 and state = ?4",
                        accountId,
                        pattern,
                        DesignBytes.sha256(bytes),
                        ArtworkState.ACCEPTED)
                .firstResultOptional()
                .map(ArtworkEntity::toView);
    }

    /** The bytes as they were brought. Only for a worker process or a download. */
    @Transactional
    Optional<byte[]> source(UUID id) {
        List<?> found = sql("select s.bytes from artwork a join artwork_source s on s.sha256 = a.source_sha256"
                        + " where a.id = ?1")
                .setParameter(1, id)
                .getResultList();
        return found.stream().map(byte[].class::cast).findFirst();
    }

    /** What the owner's file was called. */
    @Transactional
    Optional<String> fileName(UUID id, Actor actor) {
        return row(id, actor).map(row -> row.fileName);
    }

    private Optional<ArtworkEntity> row(UUID id, Actor actor) {
        return actor.is(Role.CUSTOMER)
                ? find("id = ?1 and accountId = ?2", id, actor.id()).firstResultOptional()
                : findByIdOptional(id);
    }

    private NativeQuery<?> sql(String statement) {
        return getEntityManager().createNativeQuery(statement).unwrap(NativeQuery.class);
    }
}
