package org.stitchery.driver.api;

/** The version of this contract. */
public final class ContractVersion {

    /** Raised when a driver written earlier may no longer work. */
    public static final int CURRENT = 1;

    private ContractVersion() {}
}
