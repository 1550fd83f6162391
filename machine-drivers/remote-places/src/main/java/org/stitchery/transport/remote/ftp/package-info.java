/** FTP and FTPS by Apache Commons Net; nothing of that library is seen outside. */
@NullMarked
package org.stitchery.transport.remote.ftp;

import org.jspecify.annotations.NullMarked;
