package org.stitchery.transport;

/** A folder for designs that is open and ours. */
public non-sealed interface OpenFilePlace extends OpenLink, BlockingPlace {

    @Override
    String name();

    @Override
    void close();
}
