package org.stitchery.service.artwork;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which design a pattern became under this version of the service. */
@ApplicationScoped
class PatternMemory {

    private final EntityManager database;
    private final String version;

    PatternMemory(EntityManager database, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.database = database;
        this.version = version;
    }

    @Transactional
    Optional<String> designOf(Pattern pattern) {
        List<?> found = database.createNativeQuery("select design_sha256 from pattern_design"
                        + " where slug = ?1 and source_sha256 = ?2 and made_by = ?3")
                .setParameter(1, pattern.slug())
                .setParameter(2, DesignBytes.sha256(pattern.svg()))
                .setParameter(3, version)
                .getResultList();
        return found.stream().map(String.class::cast).findFirst();
    }

    @Transactional
    void remember(Pattern pattern, String designSha256) {
        database.createNativeQuery("insert into pattern_design (slug, source_sha256, made_by, design_sha256)"
                        + " values (?1, ?2, ?3, ?4) on conflict do nothing")
                .setParameter(1, pattern.slug())
                .setParameter(2, DesignBytes.sha256(pattern.svg()))
                .setParameter(3, version)
                .setParameter(4, designSha256)
                .executeUpdate();
    }
}
