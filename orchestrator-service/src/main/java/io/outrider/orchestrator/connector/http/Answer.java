package io.outrider.orchestrator.connector.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** What came back for a call. */
public sealed interface Answer {

    /**
     * A whole answer.
     *
     * @param headers names in lower case; the first value of each
     */
    record Complete(int status, Map<String, String> headers, byte[] body) implements Answer {

        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** Empty where the provider did not send it. */
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    /** No byte of the request can have reached the provider. */
    record NotSent(String reason) implements Answer {}

    /** The request went out, or may have; no whole answer came. */
    record None(String reason) implements Answer {}
}
