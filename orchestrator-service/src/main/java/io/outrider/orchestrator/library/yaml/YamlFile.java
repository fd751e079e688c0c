package io.outrider.orchestrator.library.yaml;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * One file as a tree of nodes that know their lines.
 *
 * <p>The events are read first, in a stream: a file with aliases, anchors or a deep nest is refused before anything is
 * built from it, so a small file cannot unfold into a big one.
 */
final class YamlFile {

    static final int MAX_CHARS = 1024 * 1024;
    private static final int MAX_DEPTH = 20;

    private final SourceFile file;
    private final List<Problem> problems;
    private final LoadSettings settings;

    YamlFile(SourceFile file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
        this.settings = LoadSettings.builder()
                .setLabel(file.name())
                .setUseMarks(true)
                .setAllowDuplicateKeys(true)
                .setCodePointLimit(MAX_CHARS)
                .setSchema(new CoreSchema())
                .build();
    }

    /** The root node; null for an empty file, and for one that cannot be read, whose problem is then noted. */
    @Nullable
    Node root() {
        if (file.content().length() > MAX_CHARS) {
            problems.add(new Problem(file.name(), 1, "the file is larger than 1 MiB"));
            return null;
        }
        try {
            return hasForbiddenForm()
                    ? null
                    : new Compose(settings).composeString(file.content()).orElse(null);
        } catch (MarkedYamlEngineException e) {
            problems.add(at(e.getProblemMark(), "not YAML: " + e.getProblem()));
        } catch (ReaderException e) {
            problems.add(new Problem(file.name(), lineAt(e.getPosition()), unprintable(e.getCodePoint())));
        } catch (YamlEngineException e) {
            problems.add(new Problem(file.name(), 1, "not YAML: " + e.getMessage()));
        }
        return null;
    }

    private boolean hasForbiddenForm() {
        var before = problems.size();
        var documents = 0;
        var depth = 0;
        for (var event : new Parse(settings).parseString(file.content())) {
            switch (event.getEventId()) {
                case DocumentStart -> documents++;
                case Alias -> problems.add(at(event.getStartMark(), "aliases (*name) are not allowed"));
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {}
            }
            if (event.getEventId() == Event.ID.DocumentStart && documents == 2) {
                problems.add(at(event.getStartMark(), "a second document (---) is not allowed"));
            }
            if (depth > MAX_DEPTH) {
                problems.add(at(event.getStartMark(), "nested more than " + MAX_DEPTH + " deep"));
                return true;
            }
            if (event.getEventId() != Event.ID.Alias && hasAnchor(event)) {
                problems.add(at(event.getStartMark(), "anchors (&name) are not allowed"));
            }
        }
        return problems.size() > before;
    }

    private static boolean hasAnchor(Event event) {
        return event instanceof NodeEvent node && node.getAnchor().isPresent();
    }

    private Problem at(Optional<Mark> mark, String reason) {
        return new Problem(file.name(), mark.map(Mark::getLine).orElse(0) + 1, reason);
    }

    private int lineAt(int position) {
        var end = Math.clamp(position, 0, file.content().length());
        return 1
                + (int) file.content()
                        .substring(0, end)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private static String unprintable(int codePoint) {
        return "the character U+%04X is not allowed".formatted(codePoint);
    }
}
