package org.stitchery.driver.api;

/**
 * What a host lends a driver to reach a machine. Never blocks; confined to the host's loop thread; the host opened it and
 * closes it.
 */
public sealed interface Link permits Transport, FilePlace, RequestDesk {

    /** For people: {@code serial:/dev/ttyUSB0@9600}, {@code sftp://192.0.2.7/designs}. Holds no secret. */
    String name();
}
