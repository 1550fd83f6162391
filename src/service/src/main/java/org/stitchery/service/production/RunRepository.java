package org.stitchery.service.production;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.stitchery.service.platform.ProblemException;

@ApplicationScoped
class RunRepository implements PanacheRepositoryBase<RunEntity, UUID> {

    /**
     * The run as it is in the database now.
     *
     * @throws ProblemException 404 when there is none
     */
    RunEntity current(UUID runId) {
        RunEntity run = findByIdOptional(runId)
                .orElseThrow(() -> ProblemException.notFound("RUN_UNKNOWN", "There is no such run."));
        forget(run);
        return run;
    }

    /** What this session remembers of it is history: it was changed, or may be, by SQL of our own. */
    void forget(RunEntity run) {
        getEntityManager().detach(run);
    }

    List<RunEntity> ofMachine(UUID machineId, Collection<RunState> states) {
        return list("machineId = ?1 and state in ?2 order by place", machineId, states);
    }

    List<RunEntity> ofJob(UUID jobId) {
        return list("jobId = ?1 order by numberInJob, createdAt", jobId);
    }

    long count(UUID orderLineId, RunState state) {
        return count(
                "state = ?1 and jobId in (select j.id from JobEntity j where j.orderLineId = ?2)", state, orderLineId);
    }

    long nextPlace() {
        return ((Number) getEntityManager()
                        .createNativeQuery("select nextval('run_place')")
                        .getSingleResult())
                .longValue();
    }

    /** Machine minutes that lie before each machine, by machine. */
    Map<UUID, Double> minutesQueued() {
        List<Object[]> rows = getEntityManager()
                .createQuery("""
                        select r.machineId, sum(j.minutes) from RunEntity r join JobEntity j on j.id = r.jobId
                        where r.machineId is not null and r.state in ?1 group by r.machineId
                        """, Object[].class)
                .setParameter(1, List.copyOf(RunState.AT_A_MACHINE))
                .getResultList();
        Map<UUID, Double> minutes = new HashMap<>();
        for (Object[] row : rows) {
            minutes.put((UUID) row[0], ((Number) row[1]).doubleValue());
        }
        return minutes;
    }
}
