package org.stitchery.service.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The memory of the house: what happened, to what, by whom and when. Rows are only ever added; the database itself
 * refuses to change or delete one.
 */
@ApplicationScoped
public class Ledger {

    private static final TypeReference<Map<String, Object>> PAYLOAD = new TypeReference<>() {};

    private final EntityManager database;
    private final ObjectMapper json;

    Ledger(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * Adds a row in the transaction of the change it speaks of, so that there is never one without the other.
     *
     * @throws jakarta.persistence.PersistenceException when a run already has a row of this version
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(LedgerEntry entry) {
        database.createNativeQuery("""
                        insert into ledger_event
                            (subject, subject_id, version, event, actor_id, actor_name, actor_role, fence, payload)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, cast(?9 as jsonb))
                        """)
                .setParameter(1, entry.subject())
                .setParameter(2, entry.subjectId())
                .setParameter(3, entry.version())
                .setParameter(4, entry.event())
                .setParameter(5, entry.actor().id())
                .setParameter(6, entry.actor().name())
                .setParameter(7, entry.actor().role())
                .setParameter(8, entry.fence())
                .setParameter(9, written(entry.payload()))
                .executeUpdate();
    }

    /** Everything that happened to a subject, in the order it happened. */
    @Transactional
    public List<LedgerRow> of(String subject, UUID subjectId) {
        List<?> rows = database.createNativeQuery("""
                        select number, at, subject, subject_id, version, event, actor_id, actor_name, actor_role, fence,
                               cast(payload as text)
                        from ledger_event where subject = ?1 and subject_id = ?2 order by number
                        """)
                .setParameter(1, subject)
                .setParameter(2, subjectId)
                .getResultList();
        return rows.stream().map(row -> row((Object[]) row)).toList();
    }

    private LedgerRow row(Object[] column) {
        return new LedgerRow(
                ((Number) column[0]).longValue(),
                (Instant) column[1],
                (String) column[2],
                (UUID) column[3],
                ((Number) column[4]).intValue(),
                (String) column[5],
                new Actor((UUID) column[6], (String) column[7], (String) column[8]),
                column[9] == null ? null : ((Number) column[9]).longValue(),
                read((String) column[10]));
    }

    private String written(Map<String, Object> payload) {
        try {
            return json.writeValueAsString(new TreeMap<>(payload));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Ledger payload cannot be written as JSON: " + payload, e);
        }
    }

    private Map<String, Object> read(String payload) {
        try {
            return json.readValue(payload, PAYLOAD);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Ledger payload is not JSON: " + payload, e);
        }
    }
}
