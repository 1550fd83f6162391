/** Who is asking: accounts, passwords, roles and sessions. */
@NullMarked
package org.stitchery.service.account;

import org.jspecify.annotations.NullMarked;
