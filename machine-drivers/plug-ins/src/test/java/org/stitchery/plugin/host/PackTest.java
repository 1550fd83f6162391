package org.stitchery.plugin.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.HeldDesign;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.ProbeResult;
import org.stitchery.driver.api.SideFile;

/** What goes over the line comes out as it was; found by reflection, so that a value added to the contract is noticed. */
class PackTest {

    static List<Class<?>> events() {
        return List.of(MachineEvent.class.getPermittedSubclasses());
    }

    static List<Class<?>> outcomes() {
        return List.of(Outcome.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventComesOutAsItWas(Class<?> kind) throws ReflectiveOperationException {
        MachineEvent event = (MachineEvent) any(kind);
        assertThat(new Unpack(new Pack().event(event).frame(Frame.Kind.REPORT)).event())
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void everyOutcomeComesOutAsItWas(Class<?> kind) throws ReflectiveOperationException {
        Outcome outcome = (Outcome) any(kind);
        assertThat(new Unpack(new Pack().outcome(outcome).frame(Frame.Kind.TURNED)).outcome())
                .isEqualTo(outcome);
    }

    private static Object any(Class<?> kind) throws ReflectiveOperationException {
        RecordComponent[] parts = kind.getRecordComponents();
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            Class<?> type = types[i];
            values[i] = type == String.class
                    ? "Fädchen " + i
                    : type == long.class
                            ? (Object) (7_000_000_000L + i)
                            : type == int.class ? i + 3 : Evidence.ON_THE_WIRE;
        }
        return kind.getDeclaredConstructor(types).newInstance(values);
    }

    @Test
    void anOrderComesOutAsItWas() {
        DeliveryOrder order = new DeliveryOrder(
                "ROSE-1", "dst", new byte[] {1, 2, 3}, 9, List.of(new SideFile("inf", new byte[] {4})), 17, 23);
        DeliveryOrder there = new Unpack(new Pack().order(order).frame(Frame.Kind.DELIVER)).order();
        assertThat(there).usingRecursiveComparison().isEqualTo(order);
    }

    @Test
    void aProbeComesOutAsItWas() {
        ProbeResult result = new ProbeResult(
                ProbeResult.State.READY, "Waits.", Optional.of(new HeldDesign("ROSE-1", 600, 0xFFFF_FFFFL)));
        assertThat(new Unpack(new Pack().probe(result).frame(Frame.Kind.TURNED)).probe())
                .isEqualTo(result);
    }

    /** The other side may be broken: it must cost neither memory nor anything but a plain word. */
    @Test
    void messagesThatSpeakOfMoreThanTheyHoldAreRefused() {
        byte[] hugeText = {0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 'x'};
        assertThatIllegalArgumentException().isThrownBy(() -> new Unpack(new Frame(Frame.Kind.LOG, hugeText)).text());
        assertThatIllegalArgumentException().isThrownBy(() -> new Unpack(new Frame(Frame.Kind.LOG, hugeText)).texts());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Unpack(new Frame(Frame.Kind.LOG, new byte[] {1, 2})).big());
    }
}
