package org.stitchery.service.machine;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class MachineRepository implements PanacheRepositoryBase<MachineEntity, UUID> {

    List<MachineEntity> byName() {
        return listAll(Sort.by("name"));
    }

    List<MachineEntity> inService() {
        return list("inService = true", Sort.by("name"));
    }
}
