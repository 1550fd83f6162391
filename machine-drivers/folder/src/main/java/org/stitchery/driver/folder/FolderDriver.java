package org.stitchery.driver.folder;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stitchery.driver.api.Capabilities;
import org.stitchery.driver.api.Capabilities.Control;
import org.stitchery.driver.api.ContractVersion;
import org.stitchery.driver.api.DriverDescription;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.FileDriver;
import org.stitchery.driver.api.FilePlace;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineConnection;

/**
 * Puts designs where a machine looks for them. The operator then picks the file on the machine's panel, or scans its name
 * from the work order, and starts.
 *
 * <pre>
 * look for LABEL.DST  ->  write LABEL.TMP, whole and flushed  ->  compare its size  ->  rename to LABEL.DST
 * </pre>
 *
 * <p>Where a list of colours is wanted it is written beside it in the same way, and gets its name first: a machine never
 * finds the design alone.
 *
 * <p>No file is ever replaced, and none ever has the final name before it is whole. That it lies there is all that can be
 * known: neither that it was loaded nor that it was sewn.
 */
public final class FolderDriver implements FileDriver {

    /** A million records of three bytes, more than the stitch counter of a DST header can show. */
    static final long LARGEST_BYTES = 512 + 3 * 1_000_000 + 1;

    private static final int LONGEST_LABEL = 16;

    private static final DriverDescription DESCRIPTION = new DriverDescription(
            "folder",
            "Machine folder",
            List.of(
                    "Machines that read a shared folder, their own or through their maker's software: Barudan LEM, Happy,"
                            + " Brother PR, Tajima with LAN option, SWF with LAN option, Ricoma",
                    "Emulated memory sticks that are fed over a network"),
            ContractVersion.CURRENT,
            FolderSettings.KNOWN,
            FolderSettings.FORMATS,
            new DriverDescription.FileNaming(LONGEST_LABEL, true, FolderSettings.FORMATS.get(0)),
            LARGEST_BYTES,
            FolderSettings.SIDE_FILES);

    @Override
    public DriverDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Capabilities capabilities(DriverSettings settings) {
        return new Capabilities(
                FolderSettings.of(settings).barcode()
                        ? Capabilities.Delivery.PULL_FILE
                        : Capabilities.Delivery.PUSH_FILE,
                Capabilities.Flow.NONE,
                0,
                Capabilities.Progress.DELIVERED,
                false,
                Set.of(),
                Control.BY_OPERATOR,
                Control.BY_OPERATOR,
                Control.BY_HOST,
                Control.BY_OPERATOR);
    }

    @Override
    public Optional<String> scanned(DriverSettings settings, String label) {
        FolderSettings own = FolderSettings.of(settings);
        return own.barcode() ? Optional.of(own.scanned(label)) : Optional.empty();
    }

    @Override
    public List<String> formats(DriverSettings settings) {
        return List.of(FolderSettings.of(settings).format());
    }

    @Override
    public MachineConnection open(DriverSettings settings, FilePlace place, Host host) {
        return new FolderConnection(FolderSettings.of(settings), place, host);
    }
}
