package org.stitchery.driver.kit;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DeskDriver;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.Outcome;

/** What a driver author supplies, and the steps the questions of {@link DeskDriverConformanceTest} are made of. */
abstract class DeskUnderTest {

    /** More than any delivery needs. */
    static final int MOST_TURNS = 80;

    /** A fresh one each time. */
    protected abstract DeskDriver driver();

    /** Settings that differ from their defaults. */
    protected Map<String, String> settings() {
        return Map.of();
    }

    /** An order of some hundred bytes that the driver takes, more than 400. */
    protected abstract DeliveryOrder smallOrder();

    /** A machine with a memory of its own, that asks for that order and sews it as soon as it may. */
    protected abstract DeskAsker asker(DeliveryOrder order);

    DeskAsker asker() {
        return asker(smallOrder());
    }

    DeskHonesty honesty() {
        return new DeskHonesty(smallOrder(), capabilities());
    }

    void check(String what, Outcome outcome, DeskBench bench) {
        honesty().check(what, outcome, bench);
    }

    static boolean isGood(@Nullable Outcome outcome) {
        return outcome instanceof Outcome.Delivered || outcome instanceof Outcome.Sewn;
    }

    int handedOut(DeskBench bench) {
        return honesty().handedOut(bench);
    }

    /** @return false when the exchange ended before */
    static boolean turns(DeskBench bench, Exchange<Outcome> exchange, int count) {
        for (int i = 0; i < count; i++) {
            if (bench.turn(exchange) != null) {
                return false;
            }
        }
        return true;
    }

    DeskBench bench(int turnsPerAnswer) {
        return new DeskBench(driver(), driverSettings(), turnsPerAnswer);
    }

    DriverSettings driverSettings() {
        return DriverSettings.of(driver().description().settings(), settings());
    }

    Capabilities capabilities() {
        return driver().capabilities(driverSettings());
    }
}
