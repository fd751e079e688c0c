/**
 * Promise 1 in code: what carries a sentence is found out here and nowhere else, and no model is believed.
 *
 * <p>A sentence that cites claims may be made of the words of those claims, of the names of the parties, and of words that
 * assert nothing ({@code words/neutral.txt}); each figure, quotation and name in it must stand in a cited claim. It is a
 * closed world on purpose: an open list of what is suspicious would let through whatever nobody thought of. The price is
 * that some true sentences are refused, and a message then says less.
 */
@NullMarked
package io.outrider.messaging.ground;

import org.jspecify.annotations.NullMarked;
