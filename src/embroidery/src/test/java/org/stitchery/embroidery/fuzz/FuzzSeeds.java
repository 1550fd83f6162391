package org.stitchery.embroidery.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stitchery.embroidery.TestPatterns;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.Formats;
import org.stitchery.embroidery.model.StitchPattern;

/** Sound files to damage: of our own writers, and the samples of other programs where a folder of them is named. */
final class FuzzSeeds {

    /** Larger ones say nothing more and take longer. */
    private static final int LARGEST = 8192;

    private final List<byte[]> ofAll = new ArrayList<>();
    private final List<Path> samples = new ArrayList<>();

    FuzzSeeds(Optional<Path> folder) throws IOException {
        for (EmbroideryFormat format : Formats.all()) {
            if (format.writer().isPresent()) {
                ofAll.add(written(format, TestPatterns.random(1)));
            }
        }
        if (folder.isPresent()) {
            try (Stream<Path> files = Files.walk(folder.get())) {
                files.filter(Files::isRegularFile).sorted().forEach(samples::add);
            }
        }
    }

    /** Those of one format; where there are none, of all others, as those go to the wrong reader, too. */
    List<byte[]> of(EmbroideryFormat format) throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        if (format.writer().isPresent()) {
            for (StitchPattern pattern : List.of(
                    TestPatterns.sampler(),
                    TestPatterns.single(),
                    TestPatterns.empty(),
                    TestPatterns.random(2),
                    TestPatterns.random(3))) {
                seeds.add(written(format, pattern));
            }
        }
        for (Path sample : samples) {
            if (isOf(format, sample) && Files.size(sample) <= LARGEST) {
                seeds.add(Files.readAllBytes(sample));
            }
        }
        return seeds.isEmpty() ? ofAll : seeds;
    }

    /** Files of any format, to be spliced in. */
    List<byte[]> ofAll() {
        return ofAll;
    }

    private static boolean isOf(EmbroideryFormat format, Path sample) {
        String name = sample.getFileName().toString().toLowerCase(java.util.Locale.ROOT);
        return format.extensions().contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static byte[] written(EmbroideryFormat format, StitchPattern pattern) {
        return format.writer().orElseThrow().write(pattern).file().bytes();
    }
}
