package org.stitchery.plugin;

import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.ContractVersion;
import org.stitchery.plugin.Refusal.Reason;

/**
 * What a plug-in's manifest says.
 *
 * @param driverId {@code Stitchery-Driver-Id}; the same as in the driver's description
 * @param contractFrom first version of the contract it works with, from {@code Stitchery-Contract: 1} or {@code 1-2}
 * @param contractTo last one
 * @param version {@code Implementation-Version}
 */
record Manifested(String driverId, int contractFrom, int contractTo, String version) {

    static final String DRIVER_ID = "Stitchery-Driver-Id";
    static final String CONTRACT = "Stitchery-Contract";

    private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(?:-(\\d{1,4}))?");
    private static final int LONGEST_VERSION = 60;

    static Manifested of(@Nullable Manifest manifest) throws RefusedException {
        if (manifest == null) {
            throw new RefusedException(Reason.WRONG_MANIFEST, "It has no META-INF/MANIFEST.MF.");
        }
        Attributes main = manifest.getMainAttributes();
        String id = required(main, DRIVER_ID, "the id of its driver");
        String contract = required(main, CONTRACT, "the versions of the contract it works with, such as 1 or 1-2");
        String version =
                required(main, Attributes.Name.IMPLEMENTATION_VERSION.toString(), "its own version, such as 1.0.3");
        Matcher range = RANGE.matcher(contract);
        if (!range.matches()) {
            throw new RefusedException(
                    Reason.WRONG_MANIFEST, CONTRACT + " is a version such as 1 or 1-2, found \"" + contract + "\".");
        }
        int from = Integer.parseInt(range.group(1));
        int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
        if (version.length() > LONGEST_VERSION) {
            throw new RefusedException(
                    Reason.WRONG_MANIFEST, "Its version is longer than " + LONGEST_VERSION + " characters.");
        }
        return new Manifested(id, from, to, version);
    }

    private static String required(Attributes main, String name, String what) throws RefusedException {
        String value = main.getValue(name);
        if (value == null || value.isBlank()) {
            throw new RefusedException(
                    Reason.WRONG_MANIFEST, "Its manifest lacks the line " + name + ": with " + what + ".");
        }
        return value.strip();
    }

    void requireOurContract() throws RefusedException {
        int ours = ContractVersion.CURRENT;
        if (ours < contractFrom || ours > contractTo) {
            throw new RefusedException(
                    Reason.WRONG_CONTRACT,
                    "It works with version " + contract() + " of the driver contract; this is version " + ours
                            + (contractFrom > ours
                                    ? ". A newer Stitchery is needed for it."
                                    : ". Ask its maker for a newer one."));
        }
    }

    /** As it stands in the manifest. */
    String contract() {
        return contractFrom == contractTo ? String.valueOf(contractFrom) : contractFrom + "-" + contractTo;
    }
}
