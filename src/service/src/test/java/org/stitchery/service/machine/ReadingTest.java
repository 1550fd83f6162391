package org.stitchery.service.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.service.machine.Occupancy.Kind;

/** What a person has to know first is what the status says. */
class ReadingTest {

    private static final Occupancy BUSY = new Occupancy(Kind.BUSY, "ABCD2345", "Koi is being sewn.");
    private static final Occupancy DOUBT = new Occupancy(Kind.ATTENTION, "ABCD2345", "Koi: look at the garment.");

    @Test
    void aMachineGoesFromUnknownThroughConnectingToIdle() {
        Reading reading = Reading.NONE;
        assertThat(reading.state()).isEqualTo(MachineState.UNKNOWN);

        reading = reading.withLine(LineState.CONNECTING, "Opening.");
        assertThat(reading.state()).isEqualTo(MachineState.CONNECTING);

        reading = reading.withLine(LineState.OPEN, "Ready.");
        assertThat(reading.state()).isEqualTo(MachineState.IDLE);

        reading = reading.withOccupancy(new Occupancy(Kind.RESERVED, null, "Koi is hooped."));
        assertThat(reading.state()).isEqualTo(MachineState.RESERVED);

        assertThat(reading.withOccupancy(BUSY).state()).isEqualTo(MachineState.BUSY);
    }

    @Test
    void aQuestionToAPersonIsShownEvenWhileTheLineIsGone() {
        Reading reading = Reading.NONE.withOccupancy(DOUBT).withLine(LineState.CLOSED, "The cable is out.");

        assertThat(reading.state()).isEqualTo(MachineState.ATTENTION);
        assertThat(reading.detail()).isEqualTo("Koi: look at the garment. The cable is out.");
    }

    @Test
    void aSecondHolderOfThePortAndTheOperatorsWordGoBeforeEverything() {
        Reading taken = Reading.NONE.withOccupancy(BUSY).withLine(LineState.TAKEN, "In use by process 7.");

        assertThat(taken.state()).isEqualTo(MachineState.CONFLICT);
        assertThat(taken.withService(false).state()).isEqualTo(MachineState.OUT_OF_SERVICE);
    }

    @Test
    void whatTheMachineAsksForGoesAwayWithTheFirstByte() {
        Reading asking = Reading.NONE.withLine(LineState.OPEN, "Ready.").withHint("Press read at the machine.");

        assertThat(asking.detail()).isEqualTo("Press read at the machine.");
        assertThat(asking.withBytes(3, 900).detail()).isEqualTo("Ready.");
    }
}
