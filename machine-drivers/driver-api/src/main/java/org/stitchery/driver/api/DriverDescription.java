package org.stitchery.driver.api;

import java.util.List;

/**
 * A driver as data, so that forms, lists and checks need no driver code.
 *
 * @param id short and stable, lower case with hyphens: {@code tape-reader}
 * @param title for people
 * @param machines makers and model families it is meant for
 * @param contractVersion the {@link ContractVersion} it was written against
 * @param settings what a technician may set, in the order of the form
 * @param formats ids of encodings it takes, best first
 * @param naming what a label or file name may look like
 * @param largestBytes largest design it can deliver
 * @param sideFiles extensions of the small files it can put beside a design, without dot: {@code inf}; whoever orders
 *     makes those it knows
 */
public record DriverDescription(
        String id,
        String title,
        List<String> machines,
        int contractVersion,
        List<Setting> settings,
        List<String> formats,
        FileNaming naming,
        long largestBytes,
        List<String> sideFiles) {

    public DriverDescription {
        machines = List.copyOf(machines);
        settings = List.copyOf(settings);
        formats = List.copyOf(formats);
        sideFiles = List.copyOf(sideFiles);
        if (!id.matches("[a-z][a-z0-9-]{1,30}")) {
            throw new IllegalArgumentException(
                    "Driver id must be lower case letters, digits and hyphens, got \"" + id + "\"");
        }
        if (formats.isEmpty()) {
            throw new IllegalArgumentException("Driver " + id + " takes no format");
        }
    }

    /** A driver that puts nothing beside a design. */
    public DriverDescription(
            String id,
            String title,
            List<String> machines,
            int contractVersion,
            List<Setting> settings,
            List<String> formats,
            FileNaming naming,
            long largestBytes) {
        this(id, title, machines, contractVersion, settings, formats, naming, largestBytes, List.of());
    }

    /**
     * What a name may look like at the machine.
     *
     * @param longest most characters without extension
     * @param upperCase true when only upper case is allowed
     * @param extension without dot, empty for none
     */
    public record FileNaming(int longest, boolean upperCase, String extension) {}
}
