package org.stitchery.driver.api;

/** How a delivery ended, as far as the driver can see. */
public sealed interface Outcome {

    /** One sentence for the operator. */
    String detail();

    /**
     * The whole design reached the machine, with this evidence. Not: sewn.
     *
     * @param evidence at least {@link Evidence#ON_THE_WIRE}
     */
    record Delivered(Evidence evidence, String detail) implements Outcome {}

    /** The machine itself reported the end of sewing. */
    record Sewn(String detail) implements Outcome {}

    /**
     * Nothing was sewn and nothing is at the machine; trying again is safe.
     *
     * @param proof why that is certain: no byte was handed to the transport, or the machine's own refusal
     */
    record NotStarted(String proof, String detail) implements Outcome {}

    /**
     * Some of it may have been sewn; a person decides.
     *
     * @param bytesAccepted how many bytes of the design the transport had accepted
     */
    record Unknown(long bytesAccepted, String detail) implements Outcome {}

    /** The machine will never take this design as it is. */
    record Rejected(String detail) implements Outcome {}

    /** The machine cannot take it now; a person has to do something first. */
    record Hold(String detail) implements Outcome {}

    /** The machine must not be given anything more until somebody looked at it. */
    record StopMachine(String detail) implements Outcome {}
}
