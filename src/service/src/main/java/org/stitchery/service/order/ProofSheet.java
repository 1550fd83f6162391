package org.stitchery.service.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.model.Extents;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.service.artwork.DesignFigures;
import org.stitchery.service.artwork.DesignPicture;
import org.stitchery.service.artwork.DesignRecord;
import org.stitchery.service.artwork.ProofView;

/**
 * Everything a proof page shows.
 *
 * @param proof what was asked for
 * @param sha256 the design to approve
 * @param figures its numbers
 * @param notes its findings, worst first
 * @param viewBox of the picture in tenths of a millimetre, for marks laid over it
 * @param price for the quantity
 */
record ProofSheet(
        ProofView proof, String sha256, DesignFigures figures, List<Note> notes, String viewBox, Price price) {

    /** Width of a mark on the picture with a little air, in tenths of a millimetre: marks never hide each other. */
    private static final long MARK = 48;

    ProofSheet {
        notes = List.copyOf(notes);
    }

    /**
     * A finding on the page.
     *
     * @param number on the picture and in the list; 0 when it has no place
     * @param tone {@code info}, {@code warning} or {@code error}
     * @param word the tone for people
     * @param code for programs
     * @param message for people
     * @param x on the picture, in tenths of a millimetre
     * @param y on the picture, in tenths of a millimetre
     */
    record Note(int number, String tone, String word, String code, String message, long x, long y) {}

    /** A thread and how many colour blocks it sews. */
    record Spool(ThreadColor thread, int blocks) {}

    static ProofSheet of(ProofView proof, DesignRecord design, PriceList prices, int quantity) {
        DesignFigures figures = DesignFigures.of(design);
        Extents box = design.pattern().extents();
        double margin = DesignPicture.MARGIN_MM * 10;
        String viewBox = (long) (box.minX() - margin) + " " + (long) (box.minY() - margin) + " "
                + (long) (box.maxX() - box.minX() + 2 * margin) + " " + (long) (box.maxY() - box.minY() + 2 * margin);
        return new ProofSheet(
                proof, design.sha256(), figures, notes(design), viewBox, Price.of(prices, figures, quantity));
    }

    /** True unless something says that it must not be sewn like this. */
    public boolean isSewable() {
        return notes.stream().noneMatch(note -> note.tone().equals("error"));
    }

    /** Findings that have a place on the picture. */
    public List<Note> placed() {
        return notes.stream().filter(note -> note.number() > 0).toList();
    }

    /** The threads, each once, in the order they come first. */
    public List<Spool> spools() {
        Map<ThreadColor, Integer> blocks = new LinkedHashMap<>();
        figures.threads().forEach(thread -> blocks.merge(thread, 1, Integer::sum));
        List<Spool> spools = new ArrayList<>();
        blocks.forEach((thread, count) -> spools.add(new Spool(thread, count)));
        return spools;
    }

    private static List<Note> notes(DesignRecord design) {
        List<Note> notes = new ArrayList<>();
        int placed = 0;
        List<Finding> worstFirst = design.findings().stream()
                .sorted((a, b) -> b.severity().compareTo(a.severity()))
                .toList();
        for (Finding finding : worstFirst) {
            boolean hasPlace = finding.xMm() != null && finding.yMm() != null;
            placed += hasPlace ? 1 : 0;
            long x = tenths(finding.xMm(), design.originXMm());
            long y = tenths(finding.yMm(), design.originYMm());
            while (hasPlace && isTaken(notes, x, y)) {
                x += MARK;
            }
            notes.add(new Note(
                    hasPlace ? placed : 0,
                    switch (finding.severity()) {
                        case INFO -> "info";
                        case WARNING -> "warning";
                        case ERROR -> "error";
                    },
                    switch (finding.severity()) {
                        case INFO -> "Good to know";
                        case WARNING -> "Look closely";
                        case ERROR -> "Must be changed";
                    },
                    finding.code(),
                    finding.message(),
                    x,
                    y));
        }
        return notes;
    }

    private static boolean isTaken(List<Note> notes, long x, long y) {
        return notes.stream()
                .anyMatch(note -> note.number() > 0 && Math.abs(note.x() - x) < MARK && Math.abs(note.y() - y) < MARK);
    }

    private static long tenths(@Nullable Double pageMm, double originMm) {
        return pageMm == null ? 0 : Math.round((pageMm - originMm) * 10);
    }
}
