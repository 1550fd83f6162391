/** SFTP by Apache MINA SSHD; nothing of that library is seen outside. */
@NullMarked
package org.stitchery.transport.remote.sftp;

import org.jspecify.annotations.NullMarked;
