@NullMarked
package org.stitchery.service;

import org.jspecify.annotations.NullMarked;
