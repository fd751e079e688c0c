package io.outrider.research.crawl;

import java.time.Duration;

/** One GET to a checked address. Follows nothing and retries nothing. */
interface Http {

    /**
     * Blocks the calling virtual thread.
     *
     * @param maxBytes of the decompressed body
     * @throws Refused of kind CONNECT or ANSWER
     */
    Answer get(Target target, int maxBytes, Duration timeout) throws Refused, InterruptedException;

    /** @param location empty where the answer has none */
    record Answer(int status, String contentType, String location, byte[] body) {

        boolean isRedirect() {
            return !location.isEmpty()
                    && (status == 301 || status == 302 || status == 303 || status == 307 || status == 308);
        }
    }
}
