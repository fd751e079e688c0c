/** An OpenAI-compatible model that answers from the prompt it is given. */
@NullMarked
package io.outrider.sandbox.model;

import org.jspecify.annotations.NullMarked;
