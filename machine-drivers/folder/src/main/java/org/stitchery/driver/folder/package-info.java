/**
 * Machines that look for designs in a folder, as most industrial ones do today: the file is put there whole under a name
 * the machine or its operator knows, and everything after that happens at the machine. Start at
 * {@link org.stitchery.driver.folder.FolderDriver}.
 */
@NullMarked
package org.stitchery.driver.folder;

import org.jspecify.annotations.NullMarked;
