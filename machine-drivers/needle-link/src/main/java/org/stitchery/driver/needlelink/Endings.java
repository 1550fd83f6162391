package org.stitchery.driver.needlelink;

import org.stitchery.driver.api.Outcome;

/** What the machine's words mean for the delivery. */
final class Endings {

    private Endings() {}

    /** The machine refuses a run that nobody could have started. */
    static Outcome refused(Reason reason) {
        String says = "The machine refuses the design: " + reason.words() + ".";
        return switch (reason) {
            case FORMAT, TOO_LARGE, LABEL, FIELD, FROM_STITCH, DESIGN -> new Outcome.Rejected(says);
            case NEEDS_PERSON, FAULT, VERSION, MALFORMED, UNKNOWN_KIND -> new Outcome.Hold(says);
            case NONE, BUSY, FENCE, RUN, NOT_PERMITTED, OTHER ->
                new Outcome.NotStarted("the machine's own refusal", says);
        };
    }

    /** The machine has taken the run back before the needle went down for it. */
    static Outcome withdrawn(long run) {
        return new Outcome.NotStarted(
                "the machine's own word: run " + run + " was withdrawn before its first stitch",
                "Nothing was sewn; the design was taken back.");
    }

    /**
     * What the machine reports of a run that is over.
     *
     * @param accepted bytes of the design that were handed over
     */
    static Outcome reported(Answer.Report report, Announcement what, long accepted) {
        if (!report.known()) {
            return new Outcome.Unknown(accepted, "The machine has forgotten this run; look at the cloth.");
        }
        if (!what.is(report.label(), report.format(), report.length(), report.crc32())) {
            return new Outcome.StopMachine("The machine reports another design for run " + report.run() + ": "
                    + report.label() + ", " + report.length() + " bytes, checksum "
                    + String.format("%08X", report.crc32()) + ". Look at the cloth before anything else is sewn.");
        }
        String told = "run " + report.run() + " of " + report.label();
        return switch (report.result()) {
            case SEWN ->
                new Outcome.Sewn("The machine reports " + told + " sewn: " + report.stitch() + " stitches in "
                        + report.seconds() + " s, " + report.threadBreaks() + " thread breaks, checksum "
                        + String.format("%08X", report.crc32()) + ".");
            case WITHDRAWN -> withdrawn(report.run());
            case ABORTED ->
                new Outcome.Unknown(
                        accepted, "The machine reports " + told + " ended at stitch " + report.stitch() + ".");
            case INTERRUPTED ->
                new Outcome.Unknown(
                        accepted,
                        "The machine reports " + told + " given up at stitch " + report.stitch()
                                + ", where its power went.");
            case OPEN -> new Outcome.Unknown(accepted, "The machine says that " + told + " is not over.");
        };
    }
}
