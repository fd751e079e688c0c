package io.outrider.qualify.wire;

import io.outrider.qualify.library.Library;
import io.outrider.qualify.library.Persona;
import io.outrider.qualify.library.Playbook;
import io.outrider.qualify.library.Product;
import io.outrider.qualify.library.Segment;
import io.outrider.qualify.question.QualifyingQuestion;
import java.util.List;

/** Takes from the contract's library what judgement needs. Every field is named as the caller wrote it. */
final class LibraryFromWire {

    private LibraryFromWire() {}

    static Library of(io.outrider.type.v1.Library library) {
        return new Library(
                Library.byId(
                        library.getProductsList().stream()
                                .map(LibraryFromWire::product)
                                .toList(),
                        Product::id,
                        "library.products"),
                Library.byId(
                        library.getPersonasList().stream()
                                .map(LibraryFromWire::persona)
                                .toList(),
                        Persona::id,
                        "library.personas"),
                Library.byId(
                        library.getSegmentsList().stream()
                                .map(LibraryFromWire::segment)
                                .toList(),
                        Segment::id,
                        "library.segments"),
                library.getPlaybooksList().stream()
                        .map(LibraryFromWire::playbook)
                        .toList());
    }

    private static Product product(io.outrider.type.v1.Product product) {
        return new Product(
                product.getId(),
                product.getName(),
                questions(field("products", product.getId()), product.getQualifyingQuestionsList()));
    }

    private static Persona persona(io.outrider.type.v1.Persona persona) {
        return new Persona(
                persona.getId(),
                persona.getName(),
                persona.getCommonJobTitlesList(),
                questions(field("personas", persona.getId()), persona.getQualifyingQuestionsList()));
    }

    private static Segment segment(io.outrider.type.v1.Segment segment) {
        var field = field("segments", segment.getId());
        return new Segment(
                field,
                segment.getId(),
                segment.getName(),
                segment.getRule(),
                questions(field, segment.getQualifyingQuestionsList()));
    }

    private static Playbook playbook(io.outrider.type.v1.Playbook playbook) {
        var field = field("playbooks", playbook.getId());
        return new Playbook(
                field,
                playbook.getId(),
                playbook.getName(),
                playbook.getProductId(),
                playbook.getPersonaIdsList(),
                playbook.getSegmentIdsList(),
                playbook.getMinScore(),
                questions(field, playbook.getQualifyingQuestionsList()));
    }

    private static List<QualifyingQuestion> questions(
            String owner, List<io.outrider.type.v1.QualifyingQuestion> questions) {
        return questions.stream().map(question -> question(owner, question)).toList();
    }

    private static QualifyingQuestion question(String owner, io.outrider.type.v1.QualifyingQuestion question) {
        var field = owner + ".qualifying_questions[" + question.getId() + "]";
        var weight = Enums.weight(question.getWeight(), field);
        return new QualifyingQuestion(
                field,
                question.getId(),
                question.getQuestion(),
                question.getRationale(),
                Enums.fitType(question.getFitType(), weight, field),
                weight,
                question.getRule());
    }

    private static String field(String kind, String id) {
        return "library." + kind + "[" + id + "]";
    }
}
