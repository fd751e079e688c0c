package io.outrider.messaging.draft;

import java.util.List;

/**
 * Something true to say about the account, and the claims it is made of.
 *
 * @param subject what a message that opens with it may be headed
 */
record Remark(String predicate, String text, List<String> claimIds, String subject) {}
