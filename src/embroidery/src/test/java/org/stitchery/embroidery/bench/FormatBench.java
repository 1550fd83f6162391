package org.stitchery.embroidery.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.Formats;
import org.stitchery.embroidery.format.MachineFile;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.model.StitchPattern;

/** Millions of stitches read and written per second of one thread; {@link FormatSpeed} runs it and adds ratios. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
public class FormatBench {

    static final int STITCHES = 1_000_000;

    @Param({"dst", "exp", "jef", "pes", "vp3"})
    public String format = "";

    private final StitchPattern pattern = LongDesign.of(STITCHES);
    private EmbroideryFormat chosen = Formats.all().get(0);
    private byte[] bytes = new byte[0];

    @Setup
    public void write() {
        chosen = Formats.byId(format).orElseThrow();
        bytes = chosen.writer().orElseThrow().write(pattern).file().bytes();
    }

    @Benchmark
    @OperationsPerInvocation(STITCHES)
    public StitchPattern decode() throws IOException {
        return chosen.reader().orElseThrow().read(bytes, ReadOptions.cooked()).pattern();
    }

    @Benchmark
    @OperationsPerInvocation(STITCHES)
    public MachineFile encode() {
        return chosen.writer().orElseThrow().write(pattern).file();
    }
}
