package org.stitchery.driver.artista;

import java.util.List;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.kit.DriverConformanceTest;

/** The kit's questions, to an artista. */
class ArtistaConformanceTest extends DriverConformanceTest {

    @Override
    protected LineDriver driver() {
        return new ArtistaDriver();
    }

    @Override
    protected DeliveryOrder smallOrder() {
        return SmallExp.order("ROSE-0042");
    }

    /** A resynchronisation, tried four times. */
    @Override
    protected int questionBytes() {
        return 12;
    }

    /** Resynchronising, the end of the session, asking after it, leaving; each perhaps twice. */
    @Override
    protected int controlBytes() {
        return 80;
    }

    /** A byte without an echo is said again, four times, and so is the first of the closing words. */
    @Override
    protected int repeatedBytes() {
        return 10;
    }

    @Override
    protected int breakEvery() {
        return 37;
    }

    @Override
    protected List<String> transcripts() {
        return List.of(
                "stored.txt",
                "memory-full.txt",
                "no-module.txt",
                "not-confirmed.txt",
                "sum-differs.txt",
                "line-error.txt",
                "unknown-command.txt",
                "store-fails.txt",
                "store-not-understood.txt",
                "prepare-fails.txt",
                "aborted.txt",
                "silent.txt",
                "hangs-up.txt");
    }
}
