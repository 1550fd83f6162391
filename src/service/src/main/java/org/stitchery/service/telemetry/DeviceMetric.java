package org.stitchery.service.telemetry;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.telemetry.SparkplugPayload.Type;

/** What a machine's Sparkplug device tells. The order gives the aliases. */
enum DeviceMetric {
    STATE("State", Type.STRING, false, facts -> facts.state().name()),
    SINCE("Since", Type.DATE_TIME, false, facts -> facts.status().since()),
    RUN_ID("Run/Id", Type.STRING, false, ofRun(run -> run.id().toString())),
    RUN_LABEL("Run/Label", Type.STRING, false, ofRun(RunFacts::label)),
    RUN_STATE("Run/State", Type.STRING, false, ofRun(run -> run.state().name())),
    RUN_GARMENT("Run/Garment", Type.UINT32, false, ofRun(RunFacts::garment)),
    RUN_GARMENTS("Run/Garments", Type.UINT32, false, ofRun(RunFacts::garments)),
    RUN_STITCHES_TOTAL("Run/Stitches Total", Type.UINT32, false, ofRun(RunFacts::stitchesTotal)),
    RUN_STITCHES("Run/Stitches", Type.UINT32, true, ofRun(RunFacts::stitches)),
    RUN_EVIDENCE("Run/Evidence", Type.STRING, true, ofRun(RunFacts::evidence)),
    BYTES("Delivery/Bytes", Type.UINT64, true, facts -> facts.status().bytes()),
    BYTES_TOTAL(
            "Delivery/Bytes Total", Type.UINT64, true, facts -> facts.status().bytesTotal()),
    SAYS_WAIT(
            "Delivery/Machine Says Wait",
            Type.BOOLEAN,
            true,
            facts -> facts.status().held()),
    DRIVER("Properties/Driver", Type.STRING, false, facts -> facts.machine().driverId()),
    DRIVER_VERSION(
            "Properties/Driver Version",
            Type.STRING,
            false,
            facts -> facts.machine().driverVersion()),
    PROGRESS("Properties/Progress", Type.STRING, false, MachineFacts::progressSeen),
    HEADS("Properties/Heads", Type.UINT32, false, facts -> facts.machine().heads()),
    NEEDLES("Properties/Needles", Type.UINT32, false, facts -> facts.machine().needles());

    private final String text;
    private final Type type;
    private final boolean progress;
    private final Function<MachineFacts, @Nullable Object> value;

    DeviceMetric(String text, Type type, boolean progress, Function<MachineFacts, @Nullable Object> value) {
        this.text = text;
        this.type = type;
        this.progress = progress;
        this.value = value;
    }

    /** As it stands in the birth. */
    String text() {
        return text;
    }

    Type type() {
        return type;
    }

    /** True for what moves all the time and may wait a little. */
    boolean isProgress() {
        return progress;
    }

    @Nullable
    Object of(MachineFacts facts) {
        return value.apply(facts);
    }

    private static Function<MachineFacts, @Nullable Object> ofRun(Function<RunFacts, @Nullable Object> value) {
        return facts -> {
            RunFacts run = facts.run();
            return run == null ? null : value.apply(run);
        };
    }
}
