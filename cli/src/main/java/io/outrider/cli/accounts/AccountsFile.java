package io.outrider.cli.accounts;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.outrider.cli.output.CliFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of accounts, read line by line: what can be run, and what cannot with its reason.
 *
 * <p>RFC 4180 in UTF-8, but no field holds a line break: so a broken quote spoils its own line and no other. The first line
 * names the columns; `domain` is the only one that must be there.
 */
public record AccountsFile(List<AccountLine> accounts, List<RefusedLine> refused) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public AccountsFile {
        accounts = List.copyOf(accounts);
        refused = List.copyOf(refused);
    }

    /** @throws CliFailure where the file cannot be read at all */
    public static AccountsFile read(Path file) {
        if (Files.isDirectory(file)) {
            throw new CliFailure(file + " is a directory, not a CSV file");
        }
        try (var bytes = Files.newInputStream(file);
                var text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return parse(text);
        } catch (NoSuchFileException e) {
            throw new CliFailure("There is no file " + file, e);
        } catch (IOException e) {
            throw new CliFailure(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static AccountsFile parse(BufferedReader text) throws IOException {
        var header = header(text.readLine());
        var reader = new LineReader(header);
        var number = 1;
        for (String line; (line = text.readLine()) != null; ) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.chars().filter(c -> c == '"').count() % 2 == 1) {
                reader.refuse(number, "BROKEN_QUOTING", "opens a quote and does not close it");
            } else {
                reader.accept(number, fields(line));
            }
        }
        return reader.result();
    }

    private static List<String> header(@Nullable String line) {
        if (line == null || line.isBlank()) {
            throw new CliFailure("The file is empty: its first line must name the columns, `domain` among them");
        }
        var names = fields(line.replaceFirst("^" + BYTE_ORDER_MARK, "")).stream()
                .map(AccountsFile::columnName)
                .toList();
        if (!names.contains("domain")) {
            throw new CliFailure("The first line must name the columns, and `domain` is not among them");
        }
        return names;
    }

    private static List<String> fields(String line) {
        try (var records = CsvReader.builder().ofCsvRecord(line).stream()) {
            return records.findFirst().map(CsvRecord::getFields).orElse(List.of());
        }
    }

    private static String columnName(String header) {
        var name = header.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
        return name.equals("company") ? "name" : name;
    }
}
