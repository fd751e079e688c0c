package io.outrider.review.console;

/**
 * Somebody who is signed in.
 *
 * @param csrf what every form must bring back
 */
record Session(String subject, String workspace, String csrf) {}
