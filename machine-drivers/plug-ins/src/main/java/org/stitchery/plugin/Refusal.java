package org.stitchery.plugin;

import java.util.Optional;

/**
 * Why a JAR in the folder is not used.
 *
 * @param file its name
 * @param reason for programs
 * @param sentence for people: what was found, and the way out
 * @param lineToAdd what the owner may add to the list of allowed JARs, exactly; only for {@link Reason#NOT_ALLOWED} and
 *     {@link Reason#TAMPERED}
 */
public record Refusal(String file, Reason reason, String sentence, Optional<String> lineToAdd) {

    public Refusal(String file, Reason reason, String sentence) {
        this(file, reason, sentence, Optional.empty());
    }

    public enum Reason {
        /** It is no archive at all. */
        NOT_A_JAR,
        /** It is cut off, or its content is not what its own checksums say. */
        DAMAGED,
        /** The list knows a JAR of this name with another content. */
        TAMPERED,
        /** Nobody has allowed it yet. */
        NOT_ALLOWED,
        /** The list of allowed JARs itself cannot be relied on. */
        LIST_UNUSABLE,
        /** It was written for another version of the contract. */
        WRONG_CONTRACT,
        /** Its manifest says too little, or something else than the driver says. */
        WRONG_MANIFEST,
        /** It names no driver. */
        NO_SERVICE_ENTRY,
        /** What it names is missing or no driver. */
        NOT_A_DRIVER,
        /** Its driver throws, hangs or dies when it is made and asked what it is. */
        FAILS_TO_START,
        /** There is a driver of that id. */
        DUPLICATE_ID,
        /** It brings classes of the contract along. */
        BUNDLES_CONTRACT,
        /** It is larger than a driver has any reason to be. */
        TOO_LARGE,
        /** It lies somewhere else and is only linked to. */
        OUTSIDE_THE_FOLDER,
        /** It is not finished yet; it will be looked at again. */
        STILL_BEING_WRITTEN,
        /** The system does not let us read it. */
        UNREADABLE
    }
}
