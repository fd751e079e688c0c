package io.outrider.research.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns bytes into letters. Servers are often wrong about their charset: bytes that are no UTF-8 are not read as UTF-8,
 * whatever the header says; the page's own word is taken next, and windows-1252 last, as browsers do.
 */
final class Letters {

    private static final Pattern DECLARED =
            Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);
    private static final Charset LAST_RESORT = Charset.forName("windows-1252");
    private static final int HEAD = 1_024;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private Letters() {}

    static String of(byte[] body, String contentType) {
        var declared = declared(contentType);
        if (declared.isPresent() && !declared.get().equals(StandardCharsets.UTF_8)) {
            return withoutMark(new String(body, declared.get()));
        }
        return strict(body).map(Letters::withoutMark).orElseGet(() -> new String(body, own(body)));
    }

    private static Optional<String> strict(byte[] body) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Charset own(byte[] body) {
        if (body.length > 1 && (body[0] == -1 && body[1] == -2 || body[0] == -2 && body[1] == -1)) {
            return StandardCharsets.UTF_16;
        }
        var head = new String(body, 0, Math.min(HEAD, body.length), StandardCharsets.ISO_8859_1);
        return declared(head)
                .filter(charset -> !charset.equals(StandardCharsets.UTF_8))
                .orElse(LAST_RESORT);
    }

    private static Optional<Charset> declared(String text) {
        var matcher = DECLARED.matcher(text);
        try {
            return matcher.find() ? Optional.of(Charset.forName(matcher.group(1))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
