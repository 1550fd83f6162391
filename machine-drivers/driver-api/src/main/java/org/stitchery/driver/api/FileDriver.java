package org.stitchery.driver.api;

/** A driver for machines that take files: from a folder of this computer, a share, an FTP or SFTP server. */
public non-sealed interface FileDriver extends MachineDriver {

    /**
     * Starts looking after the place. Changes nothing yet.
     *
     * @param settings values for {@link DriverDescription#settings()}, already checked
     * @param place where the machine looks for its files
     * @param host whom to tell what happens
     */
    MachineConnection open(DriverSettings settings, FilePlace place, Host host);
}
