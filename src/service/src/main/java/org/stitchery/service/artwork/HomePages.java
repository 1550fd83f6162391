package org.stitchery.service.artwork;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.stitchery.service.platform.ProblemException;

/** The shop window. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class HomePages {

    private final Catalogue catalogue;
    private final PatternShelf shelf;

    HomePages(Catalogue catalogue, PatternShelf shelf) {
        this.catalogue = catalogue;
        this.shelf = shelf;
    }

    @CheckedTemplate(basePath = "artwork")
    static class Templates {
        static native TemplateInstance home(List<PatternCard> cards, List<PatternCard> heroes, List<String> categories);

        static native TemplateInstance patternCard(PatternCard card);
    }

    @GET
    @PermitAll
    public TemplateInstance home() {
        List<PatternCard> cards = catalogue.all().stream().map(this::card).toList();
        List<PatternCard> heroes = cards.stream()
                .filter(card -> card.designSha256() != null)
                .limit(3)
                .toList();
        List<String> categories =
                catalogue.all().stream().map(Pattern::category).distinct().toList();
        return Templates.home(cards, heroes, categories);
    }

    /** One card, asked for again and again by a page on which it has no picture yet. */
    @GET
    @Path("patterns/{slug}/card")
    @PermitAll
    public TemplateInstance patternCard(String slug) {
        return Templates.patternCard(catalogue
                .find(slug)
                .map(this::card)
                .orElseThrow(() -> ProblemException.notFound("PATTERN_UNKNOWN", "There is no such pattern.")));
    }

    private PatternCard card(Pattern pattern) {
        return new PatternCard(pattern, shelf.designOf(pattern).orElse(null));
    }
}
