package org.stitchery.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.model.Finding;

/**
 * All drawings of a folder, several at a time in one process. Each is told in a line, in the order of their names, however
 * they finish. One that fails leaves the others alone.
 */
final class DrawingFolder {

    private final Path in;
    private final Path out;
    private final String ending;
    private final @Nullable Path reports;
    private final int atOnce;

    /**
     * @param ending of the designs' names, which is their format
     * @param reports folder for the reports, null for none
     * @param atOnce how many drawings are worked on at the same time
     */
    DrawingFolder(Path in, Path out, String ending, @Nullable Path reports, int atOnce) {
        this.in = in;
        this.out = out;
        this.ending = ending;
        this.reports = reports;
        this.atOnce = atOnce;
    }

    /** One drawing's end: an outcome or a complaint. */
    private record Ended(
            DrawingToDesign.@Nullable Outcome outcome,
            @Nullable Complaint complaint) {}

    /**
     * Digitizes them.
     *
     * @return the gravest exit code of all
     * @throws Complaint when the folders cannot be used, or nothing in them is a drawing
     */
    int run(DrawingOptions options, Surroundings surroundings) {
        List<Path> drawings = drawings();
        made(out);
        if (reports != null) {
            made(reports);
        }
        Surroundings silent = new Surroundings(surroundings.in(), surroundings.out(), surroundings.err(), false);
        Map<String, Path> names = new HashMap<>();
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(atOnce, drawings.size()));
        try (ProgressLine line = new ProgressLine(surroundings)) {
            List<Future<Ended>> work = new ArrayList<>();
            for (Path drawing : drawings) {
                Path first = names.putIfAbsent(baseName(drawing), drawing);
                work.add(workers.submit(() -> one(drawing, first, options, silent)));
            }
            return tell(drawings, work, surroundings, line);
        } finally {
            workers.shutdownNow();
        }
    }

    private int tell(List<Path> drawings, List<Future<Ended>> work, Surroundings surroundings, ProgressLine line) {
        int exitCode = ExitCode.OK;
        int made = 0;
        for (int i = 0; i < work.size(); i++) {
            Path drawing = drawings.get(i);
            line.at(drawing + ", " + (i + 1) + " of " + work.size(), (double) i / work.size());
            Ended ended = result(work.get(i));
            if (ended.complaint() != null) {
                surroundings.err().println("stitchery: " + ended.complaint().getMessage());
                exitCode = Math.max(exitCode, ended.complaint().exitCode());
            } else if (ended.outcome() != null) {
                made++;
                List<Finding> findings = ended.outcome().findings();
                surroundings
                        .out()
                        .println(ended.outcome().summary()
                                + (findings.isEmpty() ? "" : ", findings: " + findings.size()));
                findings.stream()
                        .filter(f -> f.severity() == Finding.Severity.ERROR)
                        .forEach(f -> surroundings.err().println(drawing + ": " + Findings.line(f)));
                exitCode = Math.max(exitCode, Findings.exitCode(findings));
            }
        }
        surroundings.out().println(made + " of " + work.size() + " drawings digitized");
        return exitCode;
    }

    private static Ended result(Future<Ended> work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Complaint(ExitCode.BAD_FILE, "interrupted; the rest is not digitized", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A drawing's failure was not told", e);
        }
    }

    private Ended one(Path drawing, @Nullable Path first, DrawingOptions options, Surroundings silent) {
        try {
            if (first != null) {
                throw Complaint.badFile(drawing, "would be written over the design of " + first + ".", null);
            }
            String name = baseName(drawing);
            Path report = reports == null ? null : reports.resolve(name + ".json");
            return new Ended(
                    new DrawingToDesign(drawing, out.resolve(name + ending), report).run(options, silent), null);
        } catch (Complaint complaint) {
            return new Ended(null, complaint);
        } catch (OutOfMemoryError | StackOverflowError tooMuch) {
            return new Ended(null, Complaint.badFile(drawing, "takes more memory than the program has.", tooMuch));
        } catch (RuntimeException fault) {
            return new Ended(
                    null, new Complaint(ExitCode.BUG, drawing + ": this is a fault of the program: " + fault, fault));
        }
    }

    private List<Path> drawings() {
        try (Stream<Path> files = Files.list(in)) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(DrawingFolder::isNamedLikeADrawing)
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw Complaint.badFile(in, "has no drawing in it, which end in .svg or .svgz.", null);
            }
            return found;
        } catch (IOException e) {
            throw Complaint.badFile(in, "cannot be looked into: " + e.getMessage(), e);
        }
    }

    private static boolean isNamedLikeADrawing(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && (name.endsWith(".svg") || name.endsWith(".svgz"));
    }

    private static String baseName(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static void made(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw Complaint.badFile(folder, "is no folder and cannot be made one: " + e.getMessage(), e);
        }
    }
}
