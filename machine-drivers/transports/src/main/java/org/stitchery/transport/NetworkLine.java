package org.stitchery.transport;

/** A line that begins at a network port: whoever may use this computer to connect there has to be asked about both. */
public sealed interface NetworkLine extends LineUri permits TcpUri, Rfc2217Uri {

    /** Name or address; an IPv6 address without its brackets. */
    String host();

    /** 1 to 65535. */
    int port();
}
