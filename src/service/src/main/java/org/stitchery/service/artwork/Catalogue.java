package org.stitchery.service.artwork;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The patterns that travel with the service, in the order of their catalogue {@code patterns.json}. */
@ApplicationScoped
public class Catalogue {

    private static final String FOLDER = "/patterns/";

    private final List<Pattern> patterns;

    Catalogue(ObjectMapper json) {
        this.patterns = read(json);
    }

    public List<Pattern> all() {
        return patterns;
    }

    /** The pattern of a name such as {@code honey-bee}. */
    public Optional<Pattern> find(String slug) {
        return patterns.stream().filter(pattern -> pattern.slug().equals(slug)).findFirst();
    }

    private static List<Pattern> read(ObjectMapper json) {
        try {
            return json.readValue(bytes("patterns.json"), new TypeReference<List<Line>>() {}).stream()
                    .map(Catalogue::pattern)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The catalogue patterns.json cannot be read", e);
        }
    }

    private static Pattern pattern(Line line) {
        return new Pattern(
                line.file,
                line.name,
                line.description,
                line.category,
                line.defaultWidthMm,
                line.minWidthMm,
                line.maxWidthMm,
                line.tags,
                bytes(line.file));
    }

    private static byte[] bytes(String file) {
        try (InputStream in = Catalogue.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + FOLDER + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line of the catalogue; who drew it and under which licence is for readers of the file. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(
            String file,
            String name,
            String description,
            String category,
            double defaultWidthMm,
            double minWidthMm,
            double maxWidthMm,
            List<String> tags) {}
}
