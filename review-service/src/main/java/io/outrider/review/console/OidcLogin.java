package io.outrider.review.console;

/**
 * A sign-in that is under way at the identity provider.
 *
 * @param state ties the answer to the question
 * @param browser ties it to the browser that asked
 * @param nonce ties the ID token to it
 * @param verifier of PKCE: ties the code to it
 */
record OidcLogin(String state, String browser, String nonce, String verifier, String returnTo) {

    static OidcLogin begin(String returnTo) {
        return new OidcLogin(Secrets.next(), Secrets.next(), Secrets.next(), Secrets.next(), returnTo);
    }
}
