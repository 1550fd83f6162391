package org.stitchery.driver.grbl;

import java.util.Map;

/** What grbl's numbers mean, in our words; after the tables in its documentation. */
final class GrblCodes {

    /** Not while locked. */
    static final int LOCKED = 9;

    private static final Map<Integer, String> ERRORS = Map.ofEntries(
            Map.entry(1, "a word does not begin with a letter"),
            Map.entry(2, "a word has no proper number"),
            Map.entry(3, "the $ command is unknown"),
            Map.entry(5, "homing is not switched on"),
            Map.entry(8, "that is only taken while idle"),
            Map.entry(9, "the controller is locked: home it or unlock it"),
            Map.entry(11, "the line is too long"),
            Map.entry(12, "a setting asks for more steps than it can make"),
            Map.entry(13, "the safety door is open"),
            Map.entry(14, "a stored line is too long"),
            Map.entry(20, "the code is unknown to it"),
            Map.entry(21, "two codes of one group in a line"),
            Map.entry(22, "no feed rate is set"),
            Map.entry(23, "a code wants a whole number"),
            Map.entry(24, "two codes in a line want axes"),
            Map.entry(25, "a word comes twice"),
            Map.entry(26, "a code misses its axes"),
            Map.entry(27, "the line number is out of range"),
            Map.entry(28, "a code misses a value"),
            Map.entry(31, "axes are named for no code"),
            Map.entry(33, "the place cannot be reached"),
            Map.entry(36, "a value belongs to no code"),
            Map.entry(38, "the number of the thread is too high"),
            Map.entry(60, "the card cannot be read"),
            Map.entry(61, "the file cannot be opened"),
            Map.entry(62, "the folder cannot be listed"),
            Map.entry(63, "the folder is not there"),
            Map.entry(64, "the file is empty"));

    private static final Map<Integer, String> ALARMS = Map.ofEntries(
            Map.entry(1, "a limit switch was hit; the position is lost"),
            Map.entry(2, "the design leads beyond the machine's reach"),
            Map.entry(3, "it was reset while moving; the position is lost"),
            Map.entry(4, "a probe was not ready"),
            Map.entry(5, "a probe did not touch"),
            Map.entry(6, "homing was reset"),
            Map.entry(7, "the safety door was opened while homing"),
            Map.entry(8, "homing could not leave a switch"),
            Map.entry(9, "homing did not find a switch"),
            Map.entry(10, "the emergency stop is pressed"));

    private GrblCodes() {}

    static String error(int code) {
        return "error:" + code + ", " + ERRORS.getOrDefault(code, "which this driver has no words for");
    }

    static String alarm(int code) {
        return "ALARM:" + code + ", " + ALARMS.getOrDefault(code, "which this driver has no words for");
    }
}
