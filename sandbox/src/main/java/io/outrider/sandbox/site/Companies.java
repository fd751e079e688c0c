package io.outrider.sandbox.site;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the data files: several companies each, one YAML document a company. */
final class Companies {

    private static final List<String> FILES =
            List.of("manufacturing.yaml", "logistics.yaml", "services.yaml", "special.yaml");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY))
            .build();

    private Companies() {}

    /** All companies by domain. */
    static Map<String, Company> load() {
        var all = new HashMap<String, Company>();
        for (var file : FILES) {
            read(file).forEach(company -> {
                if (all.put(company.domain(), company) != null) {
                    throw new IllegalStateException(company.domain() + " stands twice in the data");
                }
            });
        }
        return Map.copyOf(all);
    }

    private static List<Company> read(String file) {
        try (var in = Objects.requireNonNull(Companies.class.getResourceAsStream("/companies/" + file), file);
                var documents = YAML.readerFor(Company.class).<Company>readValues(in)) {
            return documents.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
