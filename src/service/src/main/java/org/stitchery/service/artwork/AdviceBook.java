package org.stitchery.service.artwork;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.model.Finding;

/** The advice on each proof, written once when the proof is ready. */
@ApplicationScoped
public class AdviceBook {

    private final EntityManager database;

    AdviceBook(EntityManager database) {
        this.database = database;
    }

    /** The advice on a proof, the most important first. Whoever asks has made sure that the proof may be seen. */
    @Transactional
    public List<ProofAdvice> of(UUID proofId) {
        List<?> rows = sql("select number, severity, code, message, element, x_mm, y_mm, mend, mend_value, mend_words,"
                        + " mended_sha256 from proof_advice where proof_id = ?1 order by number")
                .setParameter(1, proofId)
                .getResultList();
        return rows.stream().map(row -> advice((Object[]) row)).toList();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void write(UUID proofId, List<ProofAdvice> all) {
        for (ProofAdvice advice : all) {
            Finding finding = advice.finding();
            Mend mend = advice.mend();
            sql("insert into proof_advice (proof_id, number, severity, code, message, element, x_mm, y_mm, mend,"
                            + " mend_value, mend_words, mended_sha256)"
                            + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)")
                    .setParameter(1, proofId)
                    .setParameter(2, advice.number())
                    .setParameter(3, finding.severity().name())
                    .setParameter(4, finding.code())
                    .setParameter(5, finding.message())
                    .setParameter(6, finding.element(), String.class)
                    .setParameter(7, finding.xMm(), Double.class)
                    .setParameter(8, finding.yMm(), Double.class)
                    .setParameter(9, mend == null ? null : mend.kind().name(), String.class)
                    .setParameter(10, mend == null ? null : mend.value(), String.class)
                    .setParameter(11, mend == null ? null : mend.words(), String.class)
                    .setParameter(12, advice.mendedSha256(), String.class)
                    .executeUpdate();
        }
    }

    /** True when the design is what advice on a proof of this account would make of it. */
    @Transactional
    boolean offers(String designSha256, UUID accountId) {
        return !sql("select 1 from proof_advice a join proof p on p.id = a.proof_id"
                        + " where a.mended_sha256 = ?1 and p.account_id = ?2 limit 1")
                .setParameter(1, designSha256)
                .setParameter(2, accountId)
                .getResultList()
                .isEmpty();
    }

    private static ProofAdvice advice(@Nullable Object[] row) {
        Finding finding = new Finding(
                Finding.Severity.valueOf(String.valueOf(row[1])),
                String.valueOf(row[2]),
                String.valueOf(row[3]),
                (String) row[4],
                (Double) row[5],
                (Double) row[6]);
        Mend mend = row[7] == null
                ? null
                : new Mend(Mend.Kind.valueOf(String.valueOf(row[7])), String.valueOf(row[8]), String.valueOf(row[9]));
        return new ProofAdvice(
                ((Number) java.util.Objects.requireNonNull(row[0])).intValue(), finding, mend, (String) row[10]);
    }

    private NativeQuery<?> sql(String statement) {
        return database.createNativeQuery(statement).unwrap(NativeQuery.class);
    }
}
