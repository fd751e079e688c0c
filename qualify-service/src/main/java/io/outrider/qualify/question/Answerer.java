package io.outrider.qualify.question;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Answers qualifying questions. Gives one answer for each question, in the order asked; UNKNOWN rather than a guess. */
public interface Answerer {

    Uni<Answers> answer(List<QualifyingQuestion> questions, Evidence evidence);
}
