package org.stitchery.driver.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The same conversation with a machine that behaves worse. Expectations on reports and outcome fall away. */
final class Variations {

    private Variations() {}

    /** The machine never says a word. */
    static Transcript silent(Transcript friendly) {
        return of(friendly, "silent machine", (step, into) -> {
            if (step instanceof Step.AtOnce now) {
                into.add(new Step.AtOnce(now.line(), now.value(), new byte[0]));
            } else if (!(step instanceof Step.MachineSends)) {
                into.add(step);
            }
        });
    }

    /** Everything the machine says comes twice. */
    static Transcript twice(Transcript friendly) {
        return of(friendly, "machine says all twice", (step, into) -> {
            if (step instanceof Step.AtOnce now) {
                into.add(new Step.AtOnce(now.line(), now.value(), twice(now.answer())));
                return;
            }
            into.add(step);
            if (step instanceof Step.MachineSends) {
                into.add(step);
            }
        });
    }

    private static byte[] twice(byte[] answer) {
        byte[] both = Arrays.copyOf(answer, 2 * answer.length);
        System.arraycopy(answer, 0, both, answer.length, answer.length);
        return both;
    }

    /** Of what the machine says of itself, the first so many come and the rest does not. */
    static Transcript answers(Transcript friendly, int first) {
        int[] said = {0};
        return of(friendly, "machine says " + first + " things and no more", (step, into) -> {
            if (!(step instanceof Step.MachineSends) || said[0]++ < first) {
                into.add(step);
            }
        });
    }

    /** One of the things the machine says gets lost. */
    static Transcript withoutAnswer(Transcript friendly, int lost) {
        int[] said = {0};
        return of(friendly, "answer " + lost + " is lost", (step, into) -> {
            if (!(step instanceof Step.MachineSends) || said[0]++ != lost) {
                into.add(step);
            }
        });
    }

    /** How much the host has sent before the machine says each thing of its own. */
    static List<Integer> sentBeforeAnswers(Transcript friendly) {
        List<Integer> sent = new ArrayList<>();
        int bytes = 0;
        for (Step step : friendly.steps()) {
            if (step instanceof Step.HostSends sends) {
                bytes += sends.bytes().length;
            } else if (step instanceof Step.MachineSends) {
                sent.add(bytes);
            }
        }
        return sent;
    }

    /** Everything the machine says comes late. */
    static Transcript late(Transcript friendly, Duration delay) {
        return of(friendly, "machine answers " + delay.toMillis() + " ms late", (step, into) -> {
            if (step instanceof Step.MachineSends) {
                into.add(new Step.Wait(step.line(), delay));
            }
            into.add(step);
        });
    }

    /** Random bytes come in at random places. */
    static Transcript garbage(Transcript friendly, long seed) {
        Random chance = new Random(seed);
        return of(friendly, "garbage of seed " + seed, (step, into) -> {
            if (step instanceof Step.HostSends sends) {
                int from = 0;
                while (from < sends.bytes().length) {
                    int to = Math.min(sends.bytes().length, from + 1 + chance.nextInt(200));
                    into.add(new Step.HostSends(step.line(), Arrays.copyOfRange(sends.bytes(), from, to)));
                    byte[] noise = new byte[1 + chance.nextInt(40)];
                    chance.nextBytes(noise);
                    into.add(new Step.MachineSends(step.line(), noise));
                    from = to;
                }
            } else {
                into.add(step);
            }
        });
    }

    /**
     * The machine says something in the middle of what the host sends and, if a time is given, something else later.
     *
     * @param hostBytes after how many bytes of the host
     * @param then null for nothing more to come
     */
    static Transcript interrupted(
            Transcript friendly, int hostBytes, byte[] says, @Nullable Duration after, byte[] then) {
        int[] left = {hostBytes};
        return of(friendly, "interrupted after " + hostBytes + " bytes", (step, into) -> {
            if (step instanceof Step.HostSends sends && left[0] >= 0 && left[0] < sends.bytes().length) {
                int line = step.line();
                if (left[0] > 0) {
                    into.add(new Step.HostSends(line, Arrays.copyOf(sends.bytes(), left[0])));
                }
                into.add(new Step.MachineSends(line, says));
                into.add(new Step.Silence(line, after == null ? Duration.ofDays(1) : after));
                into.add(new Step.MachineSends(line, then));
                into.add(new Step.HostSends(line, Arrays.copyOfRange(sends.bytes(), left[0], sends.bytes().length)));
                left[0] = -1;
            } else {
                if (step instanceof Step.HostSends sends && left[0] >= 0) {
                    left[0] -= sends.bytes().length;
                }
                into.add(step);
            }
        });
    }

    private interface Change {
        void apply(Step step, List<Step> into);
    }

    private static Transcript of(Transcript friendly, String how, Change change) {
        List<Step> steps = new ArrayList<>();
        for (Step step : friendly.steps()) {
            boolean expectation =
                    step instanceof Step.Reports || step instanceof Step.EndsWith || step instanceof Step.Does;
            if (!expectation) {
                change.apply(step, steps);
            }
        }
        return new Transcript(friendly.name() + ", " + how, steps);
    }
}
