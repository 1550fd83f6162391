package org.stitchery.service.telemetry;

/**
 * One message to the broker.
 *
 * @param topic without wildcards
 * @param payload not to be changed by anybody afterwards; empty removes what is retained
 * @param sure true for at-least-once, false for at-most-once
 * @param retained true when whoever comes later is to have it too
 */
record Message(String topic, byte[] payload, boolean sure, boolean retained) {}
