package org.stitchery.digitizer.svg;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The light tree of one file.
 *
 * @param root the outermost svg element
 * @param byId the first element of each id
 * @param elementCount how many elements the tree has
 * @param styleText all style sheets, one after another
 * @param title cleaned and cut, empty for none
 */
record SvgDocument(SvgElement root, Map<String, SvgElement> byId, int elementCount, String styleText, String title) {

    /** The element that a reference leads to; null unless it is {@code #id} of this file. */
    @Nullable
    SvgElement resolve(@Nullable String reference) {
        String id = References.localId(reference);
        return id == null ? null : byId.get(id);
    }
}
