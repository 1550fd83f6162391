package org.stitchery.driver.kit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.Transport;
import org.stitchery.driver.kit.HonestDriver.Connection;

/** A kit that lets everybody pass is worth nothing: each of these drivers has one fault, and one question finds it. */
class CrookedDriverTest {

    @Test
    void oneThatClaimsDeliveryWhenTheSystemHasTheBytesIsCaught() {
        BiFunction<Transport, Host, Connection> hasty = (line, host) -> new Connection(line, host) {
            @Override
            @Nullable
            Outcome feed(ByteBuffer left) throws IOException {
                Outcome outcome = super.feed(left);
                return left.hasRemaining() ? outcome : new Outcome.Delivered(Evidence.ON_THE_WIRE, "Surely.");
            }
        };
        assertThatThrownBy(() -> kit(hasty).bytesMayComeAndGoInPiecesOfAnySize())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Delivered means that every byte has reached the machine");
    }

    @Test
    void oneThatClaimsNotStartedAfterBytesIsCaught() {
        BiFunction<Transport, Host, Connection> hopeful = (line, host) -> new Connection(line, host) {
            @Override
            Outcome known(ByteBuffer left) {
                return new Outcome.NotStarted("surely", "Try again.");
            }
        };
        assertThatThrownBy(() -> kit(hopeful).aLineThatBreaksAtAnyByteIsNeverSaidToHaveDelivered())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("line breaks after 1 bytes")
                .hasMessageContaining("NotStarted needs proof");
    }

    @Test
    void oneThatInventsAcknowledgementsIsCaught() {
        BiFunction<Transport, Host, Connection> boastful = (line, host) -> new Connection(line, host) {
            @Override
            @Nullable
            Outcome feed(ByteBuffer left) throws IOException {
                host.report(new MachineEvent.Progressed(Evidence.EXECUTED, left.position()));
                return super.feed(left);
            }
        };
        assertThatThrownBy(() -> kit(boastful).aMachineThatNeverAnswersNeverMakesItLie())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("EXECUTED from a machine that acknowledges nothing");
    }

    @Test
    void oneThatDoesNotHearXoffIsCaught() {
        BiFunction<Transport, Host, Connection> deaf = (line, host) -> new Connection(line, host) {
            @Override
            public void listen() {}
        };
        assertThatThrownBy(() -> kit(deaf).xoffStopsItWithinOneTurnAndXonLetsItGoOn())
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void oneThatHearsXoffAndSendsOnIsCaught() {
        BiFunction<Transport, Host, Connection> stubborn = (line, host) -> new Connection(line, host) {
            @Override
            @Nullable
            Outcome feed(ByteBuffer left) throws IOException {
                held = false;
                return super.feed(left);
            }
        };
        assertThatThrownBy(() -> kit(stubborn).xoffStopsItWithinOneTurnAndXonLetsItGoOn())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("has to be silent");
    }

    @Test
    void oneThatPausesInWordsOnlyIsCaught() {
        BiFunction<Transport, Host, Connection> restless = (line, host) -> new Connection(line, host) {
            @Override
            @Nullable
            Outcome feed(ByteBuffer left) throws IOException {
                paused = false;
                return super.feed(left);
            }
        };
        assertThatThrownBy(() -> kit(restless).aPauseByHostStopsTheFeedingAndAResumeFinishesIt())
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void oneThatFeedsAfterAnAbortIsCaught() {
        BiFunction<Transport, Host, Connection> eager = (line, host) -> new Connection(line, host) {
            @Override
            public void abort() {
                host.log("never mind");
            }
        };
        assertThatThrownBy(() -> kit(eager).anAbortByHostEndsItWithinASecondAndNoDesignByteFollows())
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void oneThatGoesRoundInCirclesWithinATurnIsCaught() {
        BiFunction<Transport, Host, Connection> greedy = (line, host) -> new Connection(line, host) {
            @Override
            @Nullable
            Outcome feed(ByteBuffer left) throws IOException {
                while (left.hasRemaining()) {
                    transport.write(left);
                }
                return super.feed(left);
            }
        };
        assertThatThrownBy(() -> kit(greedy).aLineThatTakesNoMoreEndsWithTheHostsPatienceAndTheTruth())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("one turn of the driver took more than 50 ms");
    }

    @Test
    void oneThatUsesTheLineAfterItsEndIsCaught() {
        BiFunction<Transport, Host, Connection> clinging = (line, host) -> new Connection(line, host) {
            @Override
            Outcome known(ByteBuffer left) {
                try {
                    transport.discardUnsent();
                } catch (IOException e) {
                    host.log("gone");
                }
                return super.known(left);
            }
        };
        assertThatThrownBy(() -> kit(clinging).endedFromOutsideItTellsTheTruthAtOnce())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("after its exchange was ended from outside");
    }

    @Test
    void oneThatWritesBeforeItsTurnIsCaught() {
        BiFunction<Transport, Host, Connection> early = (line, host) -> new Connection(line, host) {
            @Override
            public org.stitchery.driver.api.Exchange<Outcome> deliver(DeliveryOrder order) {
                try {
                    transport.write(ByteBuffer.wrap(order.content()));
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
                return super.deliver(order);
            }
        };
        assertThatThrownBy(() -> kit(early).nothingIsWrittenBeforeADeliveryIsTurned())
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void oneThatKeepsAThreadIsCaught() {
        CountDownLatch end = new CountDownLatch(1);
        BiFunction<Transport, Host, Connection> busy = (line, host) -> new Connection(line, host) {
            @Override
            public org.stitchery.driver.api.Exchange<Outcome> deliver(DeliveryOrder order) {
                Thread thread = new Thread(() -> await(end), "driver's own");
                thread.setDaemon(true);
                thread.start();
                return super.deliver(order);
            }
        };
        assertThatThrownBy(() -> kit(busy).someHundredJobsOnOneConnectionAllArriveAndNoThreadIsLeft())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("driver's own");
        end.countDown();
    }

    @Test
    void oneThatIsNoServiceIsCaught() {
        assertThatThrownBy(() -> kit(Connection::new).itIsFoundAsAService())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("META-INF/services");
    }

    @Test
    void oneThatSendsOtherBytesThanItsTranscriptIsCaughtWithTheByte() {
        BiFunction<Transport, Host, Connection> twisted = (line, host) -> new Connection(line, host) {
            @Override
            @Nullable
            Outcome feed(ByteBuffer left) throws IOException {
                if (left.position() == 0) {
                    left.array()[5] = 0x55;
                }
                return super.feed(left);
            }
        };
        Transcript conversation = Transcript.load(
                getClass(), "delivered.txt", HonestDriverTest.smallJob().content());
        assertThatThrownBy(() -> kit(twisted).hold(conversation))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("delivered.txt line 1: byte 5 of the host, expected 23, found 55");
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The questions, to be asked one by one. */
    private static DriverConformanceTest kit(BiFunction<Transport, Host, Connection> connections) {
        LineDriver driver = new HonestDriver() {
            @Override
            public MachineConnection open(DriverSettings settings, Transport transport, Host host) {
                return connections.apply(transport, host);
            }
        };
        return new DriverConformanceTest() {
            @Override
            protected LineDriver driver() {
                return driver;
            }

            @Override
            protected DeliveryOrder smallOrder() {
                return HonestDriverTest.smallJob();
            }

            @Override
            protected List<String> transcripts() {
                return List.of("delivered.txt");
            }
        };
    }
}
