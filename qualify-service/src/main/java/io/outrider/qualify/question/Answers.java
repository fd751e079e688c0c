package io.outrider.qualify.question;

import java.util.List;

/** One answer for each question asked, and what they took. */
public record Answers(List<Answer> list, Effort effort) {

    public Answers {
        list = List.copyOf(list);
    }

    public static Answers free(List<Answer> list) {
        return new Answers(list, Effort.NONE);
    }
}
