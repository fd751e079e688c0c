package io.outrider.review.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;

/** The console's cookies. Over https their names bind them to this host and path: {@code __Host-}. */
@ApplicationScoped
class Cookies {

    private static final String SESSION = "outrider_session";
    private static final String LOGIN = "outrider_login";
    private static final int UNTIL_CLOSED = -1;

    private final ConsoleConfig config;

    Cookies(ConsoleConfig config) {
        this.config = config;
    }

    /** The session's token; empty where the browser has none. */
    String session(HttpHeaders headers) {
        return value(headers, SESSION);
    }

    NewCookie begin(String token) {
        return cookie(SESSION, token, SameSite.STRICT, UNTIL_CLOSED);
    }

    NewCookie end() {
        return cookie(SESSION, "", SameSite.STRICT, 0);
    }

    /** What binds a sign-in that is under way to this browser; empty where there is none. */
    String login(HttpHeaders headers) {
        return value(headers, LOGIN);
    }

    /** Comes back with a redirect from the identity provider, which another site starts: Lax. */
    NewCookie login(String value, int seconds) {
        return cookie(LOGIN, value, SameSite.LAX, seconds);
    }

    private String value(HttpHeaders headers, String name) {
        var cookie = headers.getCookies().get(name(name));
        return cookie == null ? "" : cookie.getValue();
    }

    private NewCookie cookie(String name, String value, SameSite sameSite, int maxAge) {
        return new NewCookie.Builder(name(name))
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(config.https())
                .sameSite(sameSite)
                .maxAge(maxAge)
                .build();
    }

    private String name(String name) {
        return config.https() ? "__Host-" + name : name;
    }
}
