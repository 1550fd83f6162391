/**
 * The PostgreSQL below everything: our own server as a child process, or another one by its address. Works before and
 * without Quarkus. Start at {@link org.stitchery.service.platform.database.ServiceDatabase}.
 */
@NullMarked
package org.stitchery.service.platform.database;

import org.jspecify.annotations.NullMarked;
