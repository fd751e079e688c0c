package io.outrider.orchestrator.library.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.orchestrator.library.yaml.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** The samples that newcomers start from. */
class SampleLibraryTest {

    private static final Path SAMPLES = Path.of("..", "samples", "library");

    @Test
    void isSound() throws IOException {
        var files = new ArrayList<SourceFile>();
        try (var paths = Files.list(SAMPLES)) {
            for (var path : paths.filter(it -> it.toString().endsWith(".yaml")).toList()) {
                files.add(new SourceFile(path.getFileName().toString(), Files.readString(path)));
            }
        }

        var result = LibraryCheck.check(files);

        assertThat(files).isNotEmpty();
        assertThat(result)
                .isInstanceOfSatisfying(
                        LibraryCheck.Result.Sound.class,
                        sound -> assertThat(sound.library().getPlaybooksList()).isNotEmpty());
    }
}
