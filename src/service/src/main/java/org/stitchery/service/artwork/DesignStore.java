package org.stitchery.service.artwork;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;

/** Keeps designs, each once, under the hash of what it is. */
@ApplicationScoped
public class DesignStore implements PanacheRepositoryBase<DesignEntity, String> {

    /** The design of that name, 64 hexadecimal digits. */
    @Transactional
    public Optional<DesignRecord> find(String sha256) {
        return findByIdOptional(sha256).map(row -> DesignBytes.read(row.sha256, row.canonical));
    }

    /** Keeps a design and says its name; keeping the same design again changes nothing. */
    @Transactional
    public String store(
            StitchPattern pattern,
            String fabric,
            String hoop,
            double originXMm,
            double originYMm,
            List<Finding> findings) {
        byte[] canonical = DesignBytes.write(pattern, fabric, hoop, originXMm, originYMm, findings);
        String sha256 = DesignBytes.sha256(canonical);
        getEntityManager()
                .createNativeQuery("insert into design (sha256, name, canonical) values (?1, ?2, ?3)"
                        + " on conflict (sha256) do nothing")
                .setParameter(1, sha256)
                .setParameter(2, pattern.name())
                .setParameter(3, canonical)
                .executeUpdate();
        return sha256;
    }
}
