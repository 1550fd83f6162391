package org.stitchery.proving.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Delivers small designs through networks that misbehave and compares what each driver claims with the ledger of the
 * machine: {@code FaultProgram [trials 10000 [seed 1 [machines 40 [driver ...]]]]}. Ends with 0 when no claim was
 * wrong, with 1 otherwise.
 *
 * <p>Columns: <em>sewn</em>, claimed to be there and sewn exactly; <em>again</em>, proved not to have begun, sent again and
 * then sewn exactly once; <em>open</em>, not claimed, a person decides; <em>untold</em>, claimed only that the bytes have
 * left, with a fault that nothing in the protocol could tell; <em>WRONG</em>, which must be 0: claimed and not so, or
 * sewn twice, or other bytes where a machine takes them for the design.
 */
public final class FaultProgram {

    private FaultProgram() {}

    public static void main(String[] arguments) throws IOException {
        List<String> words = List.of(arguments);
        int trials = words.isEmpty() ? 10_000 : Integer.parseInt(words.get(0));
        long seed = words.size() > 1 ? Long.parseLong(words.get(1)) : 1;
        int machines = words.size() > 2 ? Integer.parseInt(words.get(2)) : 40;
        Set<Subject> subjects = EnumSet.noneOf(Subject.class);
        words.stream().skip(3).map(Subject::valueOf).forEach(subjects::add);
        Path folder = Files.createTempDirectory("stitchery-faults");
        try {
            long begin = System.nanoTime();
            FaultReport report =
                    run(subjects.isEmpty() ? EnumSet.allOf(Subject.class) : subjects, trials, seed, machines, folder);
            System.out.print(report.text());
            System.out.printf("%.0f s%n", (System.nanoTime() - begin) / 1e9);
            if (!report.wrong().isEmpty()) {
                throw new IllegalStateException("Claims were wrong: see the table");
            }
        } finally {
            delete(folder);
        }
    }

    /**
     * Plays trials, evenly shared among the drivers, but for one that is too slow for many.
     *
     * @param machines how many at the same time
     * @param folder for ledgers, fences and locks
     */
    public static FaultReport run(Set<Subject> subjects, int trials, long seed, int machines, Path folder)
            throws IOException {
        System.setProperty("stitchery.device-locks", folder.resolve("locks").toString());
        FaultReport report = new FaultReport();
        int shares = subjects.stream().mapToInt(Subject::share).sum();
        for (Subject subject : subjects) {
            int each = (trials * subject.share() + shares - 1) / shares;
            List<Trial> all = new ArrayList<>();
            for (int number = 0; number < each; number++) {
                all.add(new Trial(subject, number, seed));
            }
            int atOnce = subject.ownMachines() ? Math.min(machines, each) : each;
            for (int from = 0; from < each; from += atOnce) {
                List<Trial> some = all.subList(from, Math.min(each, from + atOnce));
                Path own = Files.createDirectories(folder.resolve(subject.name() + "-" + from));
                List<Verdict> verdicts = new FaultRun(subject, some, Math.min(machines, some.size()), own).play();
                for (int i = 0; i < some.size(); i++) {
                    report.add(subject, some.get(i), verdicts.get(i));
                }
            }
        }
        return report;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
