package io.outrider.sandbox.model;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Answers one kind of prompt from its fences. */
@FunctionalInterface
interface Answerer {

    ObjectNode answer(Fences prompt);
}
