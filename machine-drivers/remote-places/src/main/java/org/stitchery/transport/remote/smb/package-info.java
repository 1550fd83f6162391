/** Shares, version 2 and 3 of the protocol, by smbj; nothing of that library is seen outside. */
@NullMarked
package org.stitchery.transport.remote.smb;

import org.jspecify.annotations.NullMarked;
