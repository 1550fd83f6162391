package org.stitchery.service.artwork;

import jakarta.ws.rs.FormParam;
import org.jspecify.annotations.Nullable;

/** What the studio's form sends. */
public class StudioWish {

    @FormParam("width")
    public @Nullable String width;

    @FormParam("fabric")
    public @Nullable String fabric;

    @FormParam("palette")
    public @Nullable String palette;

    @FormParam("hoop")
    public @Nullable String hoop;

    @FormParam("cloth")
    public @Nullable String cloth;

    @FormParam("words")
    public @Nullable String words;

    @FormParam("kind")
    public @Nullable String kind;

    @FormParam("face")
    public @Nullable String face;

    @FormParam("letter-height")
    public @Nullable String letterHeight;

    @FormParam("line")
    public @Nullable String line;

    @FormParam("place")
    public @Nullable String place;

    @FormParam("color")
    public @Nullable String color;

    WordsForm asked() {
        return new WordsForm(words, kind, face, letterHeight, line, place, color);
    }
}
