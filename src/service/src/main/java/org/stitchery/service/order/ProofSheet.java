package org.stitchery.service.order;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.model.Extents;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.service.artwork.ClothColor;
import org.stitchery.service.artwork.DesignFigures;
import org.stitchery.service.artwork.DesignPicture;
import org.stitchery.service.artwork.DesignRecord;
import org.stitchery.service.artwork.Mend;
import org.stitchery.service.artwork.ProofAdvice;
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
     * @param offer what would mend it, null where only a person can tell
     */
    record Note(
            int number,
            String tone,
            String word,
            String code,
            String message,
            long x,
            long y,
            @Nullable Offer offer) {}

    /**
     * A change to say yes to.
     *
     * @param number of the advice
     * @param words of the change
     * @param mendedSha256 the design as it would be, null when there is no picture of it
     */
    record Offer(int number, String words, @Nullable String mendedSha256) {}

    /** A thread and how many colour blocks it sews. */
    record Spool(ThreadColor thread, int blocks) {}

    static ProofSheet of(
            ProofView proof, DesignRecord design, List<ProofAdvice> advice, PriceList prices, int quantity) {
        DesignFigures figures = DesignFigures.of(design);
        Extents box = design.pattern().extents();
        double margin = DesignPicture.MARGIN_MM * 10;
        String viewBox = (long) (box.minX() - margin) + " " + (long) (box.minY() - margin) + " "
                + (long) (box.maxX() - box.minX() + 2 * margin) + " " + (long) (box.maxY() - box.minY() + 2 * margin);
        return new ProofSheet(
                proof, design.sha256(), figures, notes(design, advice), viewBox, Price.of(prices, figures, quantity));
    }

    /** Colour of the cloth to look at it on first. */
    public String cloth() {
        ClothColor chosen = proof.choices().cloth();
        return (chosen == null ? ClothColor.NATURAL : chosen).word();
    }

    /** True unless something says that it must not be sewn like this. */
    public boolean isSewable() {
        return notes.stream().noneMatch(note -> note.tone().equals("error"));
    }

    /** True when something should be looked at before it is ordered. */
    public boolean isWarned() {
        return notes.stream().anyMatch(note -> !note.tone().equals("info"));
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

    /** What the digitizer found and what is advised, worst first, each thing once. */
    private static List<Note> notes(DesignRecord design, List<ProofAdvice> advice) {
        Set<String> advised = new HashSet<>();
        advice.forEach(one -> advised.add(one.finding().code()));
        if (advised.contains("HOOP_TOO_SMALL")) {
            advised.add("OUTSIDE_HOOP");
        }
        List<ProofAdvice> all = new ArrayList<>(advice);
        design.findings().stream()
                .filter(finding -> !advised.contains(finding.code()))
                .forEach(finding -> all.add(new ProofAdvice(0, finding, null, null)));
        all.sort((a, b) -> b.finding().severity().compareTo(a.finding().severity()));
        List<Note> notes = new ArrayList<>();
        int placed = 0;
        for (ProofAdvice one : all) {
            Finding finding = one.finding();
            boolean hasPlace = finding.xMm() != null && finding.yMm() != null;
            placed += hasPlace ? 1 : 0;
            notes.add(note(one, hasPlace ? placed : 0, design, notes));
        }
        return notes;
    }

    private static Note note(ProofAdvice one, int number, DesignRecord design, List<Note> before) {
        Finding finding = one.finding();
        long x = tenths(finding.xMm(), design.originXMm());
        long y = tenths(finding.yMm(), design.originYMm());
        while (number > 0 && isTaken(before, x, y)) {
            x += MARK;
        }
        Mend mend = one.mend();
        return new Note(
                number,
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
                y,
                mend == null ? null : new Offer(one.number(), mend.words(), one.mendedSha256()));
    }

    private static boolean isTaken(List<Note> notes, long x, long y) {
        return notes.stream()
                .anyMatch(note -> note.number() > 0 && Math.abs(note.x() - x) < MARK && Math.abs(note.y() - y) < MARK);
    }

    private static long tenths(@Nullable Double pageMm, double originMm) {
        return pageMm == null ? 0 : Math.round((pageMm - originMm) * 10);
    }
}
