package org.stitchery.embroidery.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.Formats;
import org.stitchery.embroidery.format.Mutation;

/**
 * Damages sound files and gives them to every reader: {@code INPUTS-PER-FORMAT [SAMPLE-FOLDER|-] [FORMAT [SEED]]}. Each input
 * follows from format, seeds and number alone; with a number, only that one is tried, and what the reader says is thrown as
 * it comes. Ends with 1 when any promise was broken.
 */
public final class FuzzProgram {

    /** Broken promises printed per format; more are only counted. */
    private static final int PRINTED = 5;

    private final FuzzSeeds seeds;
    private long inputs;
    private long failures;

    private FuzzProgram(FuzzSeeds seeds) {
        this.seeds = seeds;
    }

    public static void main(String[] arguments) throws IOException {
        List<String> words = List.of(arguments);
        long perFormat = words.isEmpty() ? 1000 : Long.parseLong(words.get(0));
        Optional<Path> samples = words.stream()
                .skip(1)
                .findFirst()
                .filter(Predicate.not("-"::equals))
                .map(Path::of);
        FuzzProgram program = new FuzzProgram(new FuzzSeeds(samples));
        List<EmbroideryFormat> formats =
                words.size() > 2 ? List.of(Formats.byId(words.get(2)).orElseThrow()) : Formats.all();
        System.out.println("format             seeds    inputs   refused    read  broken  slowest ms");
        for (EmbroideryFormat format : formats) {
            if (words.size() > 3) {
                program.once(format, Long.parseLong(words.get(3)));
            } else if (format.reader().isPresent()) {
                program.many(format, perFormat);
            }
        }
        System.out.printf("%d inputs, %d broken promises%n", program.inputs, program.failures);
        if (program.failures > 0) {
            System.exit(1);
        }
    }

    private void many(EmbroideryFormat format, long count) throws IOException {
        List<byte[]> sound = seeds.of(format);
        // So that loading classes does not count as a file's memory.
        sound.forEach(file -> Verdict.of(format, file));
        List<String> broken = new ArrayList<>();
        long refused = 0;
        long slowest = 0;
        long failed = 0;
        for (long seed = 0; seed < count; seed++) {
            Verdict verdict = Verdict.of(format, input(sound, seed));
            refused += verdict.refused() ? 1 : 0;
            slowest = Math.max(slowest, verdict.millis());
            if (!verdict.broken().isEmpty()) {
                failed++;
                if (broken.size() < PRINTED) {
                    broken.add("  seed " + seed + ": " + verdict.broken());
                }
            }
        }
        inputs += count;
        failures += failed;
        System.out.printf(
                "%-18s %5d %9d %9d %7d %7d %11d%n",
                format.id(), sound.size(), count, refused, count - refused, failed, slowest);
        broken.forEach(System.out::println);
    }

    private void once(EmbroideryFormat format, long seed) throws IOException {
        List<byte[]> sound = seeds.of(format);
        sound.forEach(file -> Verdict.of(format, file));
        byte[] content = input(sound, seed);
        System.out.println(Verdict.of(format, content));
        System.out.println(format.reader().orElseThrow().read(content).findings());
        inputs++;
    }

    private byte[] input(List<byte[]> sound, long seed) {
        byte[] whole = sound.get((int) (seed % sound.size()));
        List<byte[]> all = seeds.ofAll();
        byte[] other =
                seed % 3 == 0 ? all.get((int) (seed / 3 % all.size())) : sound.get((int) (seed / 3 % sound.size()));
        return Mutation.of(whole, other.length == 0 ? new byte[1] : other, seed);
    }
}
