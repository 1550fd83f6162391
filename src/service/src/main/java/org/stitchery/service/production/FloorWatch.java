package org.stitchery.service.production;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.jboss.logging.Logger;

/** Keeps an eye on the floor: counts runs by state, and says when a rule does not hold. */
@Wellness
@ApplicationScoped
class FloorWatch implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(FloorWatch.class);

    private final FloorRules rules;
    private final EntityManager database;
    private final MultiGauge runs;
    private volatile List<FloorRules.Broken> broken = List.of();

    FloorWatch(FloorRules rules, EntityManager database, MeterRegistry meters) {
        this.rules = rules;
        this.database = database;
        this.runs = MultiGauge.builder("stitchery.runs")
                .description("Runs by state")
                .register(meters);
        meters.gauge("stitchery.floor.rules.broken", this, watch -> watch.broken.size());
    }

    @Scheduled(every = "60s", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        broken = rules.broken();
        for (FloorRules.Broken rule : broken) {
            LOG.errorf("Rule %s does not hold (%s): %s", rule.rule(), rule.sentence(), rule.where());
        }
    }

    @Scheduled(every = "10s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void count() {
        Map<RunState, Long> counted = new EnumMap<>(RunState.class);
        List<Object[]> rows = database.createQuery(
                        "select r.state, count(r) from RunEntity r group by r.state", Object[].class)
                .getResultList();
        for (Object[] row : rows) {
            counted.put((RunState) row[0], (Long) row[1]);
        }
        List<MultiGauge.Row<?>> gauges = new ArrayList<>();
        for (RunState state : RunState.values()) {
            gauges.add(MultiGauge.Row.of(Tags.of("state", state.name()), counted.getOrDefault(state, 0L)));
        }
        runs.register(gauges, true);
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("Rules of the floor").status(broken.isEmpty());
        for (FloorRules.Broken rule : broken) {
            answer.withData(rule.rule(), rule.sentence() + ": " + rule.where());
        }
        return answer.build();
    }
}
