/** What every feature may use: ids, the database, the ledger of events, problems as answers, crash points for tests. */
@NullMarked
package org.stitchery.service.platform;

import org.jspecify.annotations.NullMarked;
