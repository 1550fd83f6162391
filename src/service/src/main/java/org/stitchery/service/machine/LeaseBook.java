package org.stitchery.service.machine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.stitchery.service.platform.CrashPoints;
import org.stitchery.service.platform.NodeIdentity;

/**
 * The leases of machines as the database keeps them, by the database's clock. Every change of owner is one UPDATE that
 * raises the fence.
 */
@ApplicationScoped
class LeaseBook {

    private final EntityManager database;
    private final MachineSettings settings;
    private final NodeIdentity node;

    LeaseBook(EntityManager database, MachineSettings settings, NodeIdentity node) {
        this.database = database;
        this.settings = settings;
        this.node = node;
    }

    /**
     * Takes a machine whose lease has run out, or is still on an earlier process of this very node. Empty when another
     * node has it.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Lease> take(UUID machineId) {
        List<?> fences = database.createNativeQuery("""
                        update machine set owner_node = :node, fence = fence + 1,
                            lease_until = clock_timestamp() + make_interval(secs => :seconds),
                            last_seen = clock_timestamp()
                        where id = :id and in_service
                            and (lease_until is null or lease_until < clock_timestamp() or owner_node = :node)
                        returning fence
                        """)
                .setParameter("node", node.name())
                .setParameter("seconds", seconds())
                .setParameter("id", machineId)
                .getResultList();
        return fences.stream().findFirst().map(fence -> new Lease(machineId, ((Number) fence).longValue()));
    }

    /** Renews what is still ours. Says which leases were; the others have passed on. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Set<UUID> renew(Collection<Lease> leases) {
        CrashPoints.at("during-lease-renew");
        Set<UUID> kept = new HashSet<>();
        for (Lease lease : leases) {
            int changed = database.createNativeQuery("""
                            update machine set lease_until = clock_timestamp() + make_interval(secs => :seconds),
                                last_seen = clock_timestamp()
                            where id = :id and in_service and owner_node = :node and fence = :fence
                            """)
                    .setParameter("seconds", seconds())
                    .setParameter("id", lease.machineId())
                    .setParameter("node", node.name())
                    .setParameter("fence", lease.fence())
                    .executeUpdate();
            if (changed == 1) {
                kept.add(lease.machineId());
            }
        }
        return kept;
    }

    /** Gives a machine back, so that the next owner need not wait. The fence stays. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void giveBack(Lease lease) {
        database.createNativeQuery("""
                        update machine set lease_until = null, owner_node = null
                        where id = :id and owner_node = :node and fence = :fence
                        """)
                .setParameter("id", lease.machineId())
                .setParameter("node", node.name())
                .setParameter("fence", lease.fence())
                .executeUpdate();
    }

    private double seconds() {
        return settings.lease().toMillis() / 1000.0;
    }
}
