package io.outrider.qualify.library;

import io.outrider.kit.error.Check;
import io.outrider.kit.error.InvalidField;
import io.outrider.qualify.question.QualifyingQuestion;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The part of the customer's library that judgement needs. Every id that a playbook names is in it. */
public record Library(
        Map<String, Product> products,
        Map<String, Persona> personas,
        Map<String, Segment> segments,
        List<Playbook> playbooks) {

    public Library {
        playbooks = List.copyOf(playbooks);
        Check.that(!playbooks.isEmpty(), "library.playbooks", "must hold at least one playbook");
        for (var playbook : playbooks) {
            known(products, playbook.productId(), playbook.field() + ".product_id", "product");
            playbook.personaIds().forEach(id -> known(personas, id, playbook.field() + ".persona_ids", "persona"));
            playbook.segmentIds().forEach(id -> known(segments, id, playbook.field() + ".segment_ids", "segment"));
        }
    }

    /** Objects by id. @throws InvalidField where an id stands twice or is empty */
    public static <T> Map<String, T> byId(Collection<T> objects, Function<T, String> id, String field) {
        return objects.stream().collect(Collectors.toUnmodifiableMap(id, Function.identity(), (one, other) -> {
            throw new InvalidField(field, "has the id " + id.apply(one) + " twice");
        }));
    }

    /** @throws InvalidField where the library has no such playbook */
    public Playbook playbook(String id) {
        return playbooks.stream()
                .filter(playbook -> playbook.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidField("playbook_id", "names no playbook of the library: " + id));
    }

    public Optional<Product> product(String id) {
        return Optional.ofNullable(products.get(id));
    }

    public List<Segment> segmentsOf(Playbook playbook) {
        return playbook.segmentIds().stream()
                .flatMap(id -> Stream.ofNullable(segments.get(id)))
                .toList();
    }

    public List<Persona> personasOf(Playbook playbook) {
        return playbook.personaIds().stream()
                .flatMap(id -> Stream.ofNullable(personas.get(id)))
                .toList();
    }

    /** Every question of every object. */
    public Stream<QualifyingQuestion> questions() {
        return Stream.of(
                        products.values().stream().map(Product::questions),
                        segments.values().stream().map(Segment::questions),
                        personas.values().stream().map(Persona::questions),
                        playbooks.stream().map(Playbook::questions))
                .flatMap(Function.identity())
                .flatMap(List::stream);
    }

    /** A playbook without a product is one for the vendor as a whole. */
    private static void known(Map<String, ?> objects, String id, String field, String kind) {
        Check.that(id.isEmpty() || objects.containsKey(id), field, "names no " + kind + " of the library: " + id);
    }
}
