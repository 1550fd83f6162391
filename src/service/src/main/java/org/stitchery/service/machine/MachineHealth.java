package org.stitchery.service.machine;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the leases of our machines are being renewed; counts machines by state. */
@Readiness
@ApplicationScoped
class MachineHealth implements HealthCheck {

    private final MachineSessions sessions;
    private final MachineSettings settings;
    private final MachinePark park;
    private final MultiGauge machines;

    MachineHealth(MachineSessions sessions, MachineSettings settings, MachinePark park, MeterRegistry meters) {
        this.sessions = sessions;
        this.settings = settings;
        this.park = park;
        this.machines = MultiGauge.builder("stitchery.machines")
                .description("Machines by state")
                .register(meters);
    }

    @Scheduled(every = "10s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void count() {
        Map<MachineState, Integer> counted = new EnumMap<>(MachineState.class);
        for (MachineView machine : park.all()) {
            counted.merge(machine.status().state(), 1, Integer::sum);
        }
        List<MultiGauge.Row<?>> gauges = new ArrayList<>();
        for (MachineState state : MachineState.values()) {
            gauges.add(MultiGauge.Row.of(Tags.of("state", state.name()), counted.getOrDefault(state, 0)));
        }
        machines.register(gauges, true);
    }

    @Override
    public HealthCheckResponse call() {
        Duration since = sessions.sinceDatabaseAnswered();
        return HealthCheckResponse.named("Machine leases")
                .status(since.compareTo(settings.lease()) < 0)
                .withData("held", sessions.held())
                .withData("secondsSinceRenewal", since.toSeconds())
                .build();
    }
}
