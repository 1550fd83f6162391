package org.stitchery.service.platform;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Keeps pages for people out of the description for programs. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI description) {
        if (description.getPaths() != null && description.getPaths().getPathItems() != null) {
            List<String> pages = description.getPaths().getPathItems().keySet().stream()
                    .filter(path -> !path.startsWith("/api/"))
                    .toList();
            pages.forEach(description.getPaths()::removePathItem);
        }
    }
}
