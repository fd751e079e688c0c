package io.outrider.orchestrator.library.yaml;

import io.outrider.type.v1.Library;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** Reads all files of a library into one message. Knows types and names, not what they mean. */
public final class LibraryReader {

    private static final int MAX_FILES = 200;
    private static final int MAX_NAME = 200;

    /**
     * What the files hold, as far as they could be read.
     *
     * @param problems in the order of file names and lines of reading
     * @param isWhole false where a file could not be read at all
     */
    public record Reading(Library library, Places places, List<Problem> problems, boolean isWhole) {

        public Reading {
            problems = List.copyOf(problems);
        }
    }

    private LibraryReader() {}

    /** Reads every file to its end whatever is wrong with it. The order in which the files come makes no difference. */
    public static Reading read(List<SourceFile> files) {
        var problems = new ArrayList<Problem>();
        var places = new Places();
        var library = Library.newBuilder();
        if (files.size() > MAX_FILES) {
            problems.add(new Problem("library", 0, "more than " + MAX_FILES + " files"));
            return new Reading(library.build(), places, problems, false);
        }
        var whole = true;
        var names = new HashSet<String>();
        for (var file :
                files.stream().sorted(Comparator.comparing(SourceFile::name)).toList()) {
            if (isGoodName(file.name(), problems) && !names.add(file.name())) {
                problems.add(new Problem(file.name(), 0, "two files have this name"));
            }
            var before = problems.size();
            var root = new YamlFile(file, problems).root();
            whole &= problems.size() == before;
            if (root != null) {
                new MessageReader(file.name(), places, problems).read(root, library);
            }
        }
        return new Reading(library.build(), places, problems, whole);
    }

    private static boolean isGoodName(String name, List<Problem> problems) {
        if (name.isBlank() || name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            problems.add(new Problem("library", 0, "a file name must have 1 to " + MAX_NAME + " printable characters"));
            return false;
        }
        return true;
    }
}
