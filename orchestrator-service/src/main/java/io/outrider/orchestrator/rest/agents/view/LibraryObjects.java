package io.outrider.orchestrator.rest.agents.view;

import io.outrider.type.v1.Library;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Names behind the ids that agents answer with. */
public final class LibraryObjects {

    private final Library library;

    LibraryObjects(Library library) {
        this.library = library;
    }

    /** An object of the library that fits best. */
    @RegisterForReflection
    @Schema(name = "LibraryObject", description = "An object of the library that fits best; null where none does.")
    public record Fit(
            String oId, @Nullable String name, @Nullable String description) {}

    @Nullable
    Fit product(String id) {
        return find(library.getProductsList(), id, it -> new Fit(it.getId(), it.getName(), it.getSummary()));
    }

    @Nullable
    Fit segment(String id) {
        return find(library.getSegmentsList(), id, it -> new Fit(it.getId(), it.getName(), it.getDescription()));
    }

    @Nullable
    Fit persona(String id) {
        return find(library.getPersonasList(), id, it -> new Fit(it.getId(), it.getName(), it.getDescription()));
    }

    @Nullable
    Fit playbook(String id) {
        return find(library.getPlaybooksList(), id, it -> new Fit(it.getId(), it.getName(), it.getDescription()));
    }

    private static <T> @Nullable Fit find(List<T> objects, String id, Function<T, Fit> fit) {
        if (id.isEmpty()) {
            return null;
        }
        return objects.stream()
                .map(fit)
                .filter(it -> it.oId().equals(id))
                .findFirst()
                .orElse(new Fit(id, null, null));
    }
}
