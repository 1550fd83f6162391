package org.stitchery.proving.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.stitchery.proving.proxy.FaultKind;

/** How often each verdict was reached, by driver and fault, and every trial that must not have ended so. */
public final class FaultReport {

    private static final int MOST_WRONG_SHOWN = 20;

    private final Map<Subject, Map<FaultKind, Map<Verdict, Integer>>> counts = new EnumMap<>(Subject.class);
    private final List<String> wrong = new ArrayList<>();
    private int trials;

    void add(Subject subject, Trial trial, Verdict verdict) {
        trials++;
        counts.computeIfAbsent(subject, s -> new EnumMap<>(FaultKind.class))
                .computeIfAbsent(trial.fault.kind(), k -> new EnumMap<>(Verdict.class))
                .merge(verdict, 1, Integer::sum);
        if (verdict.wrong()) {
            wrong.add(subject.title() + " " + verdict + " " + trial);
        }
    }

    /** Every trial that must not have ended as it did, with all that is needed to play it again. */
    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    public int trials() {
        return trials;
    }

    /** The table, then what was wrong. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("%-32s %-11s %7s %7s %7s %7s %7s %7s%n"
                .formatted("driver", "fault", "trials", "sewn", "again", "open", "untold", "WRONG"));
        counts.forEach((subject, kinds) -> kinds.forEach((kind, verdicts) -> {
            int all = verdicts.values().stream().mapToInt(Integer::intValue).sum();
            int bad = verdicts.entrySet().stream()
                    .filter(e -> e.getKey().wrong())
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            text.append("%-32s %-11s %7d %7d %7d %7d %7d %7d%n"
                    .formatted(
                            subject.title(),
                            kind.text(),
                            all,
                            verdicts.getOrDefault(Verdict.TRUE_DELIVERY, 0),
                            verdicts.getOrDefault(Verdict.SENT_AGAIN, 0),
                            verdicts.getOrDefault(Verdict.OPEN, 0),
                            verdicts.getOrDefault(Verdict.COULD_NOT_TELL, 0),
                            bad));
        }));
        text.append("%d trials, %d wrong%n".formatted(trials, wrong.size()));
        wrong.stream()
                .limit(MOST_WRONG_SHOWN)
                .forEach(w -> text.append("  ").append(w).append('\n'));
        return text.toString();
    }
}
