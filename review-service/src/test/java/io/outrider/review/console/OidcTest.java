package io.outrider.review.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.kit.test.PostgresResource;
import io.outrider.kit.test.TokensResource;
import io.outrider.review.fixture.GateResource;
import io.outrider.review.fixture.Provider;
import io.outrider.review.fixture.ProviderResource;
import io.outrider.review.fixture.Samples;
import io.outrider.review.fixture.SlackTwin;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(GateResource.class)
@QuarkusTestResource(ProviderResource.class)
@QuarkusTestResource(SlackTwin.class)
class OidcTest {

    private static final String LOGIN = "outrider_login";
    private static final String SESSION = "outrider_session";

    @TestHTTPResource
    URI http;

    Provider provider;

    private final String workspace = Samples.workspace();

    @BeforeEach
    void vouch() {
        provider.claims = this::usual;
    }

    @AfterEach
    void forget() {
        provider.forget();
    }

    @Test
    void signsInAndGoesOnToTheWantedPage() {
        var asked = leave("/?decided=true");
        var back = answer(asked);
        var arrived = comeBack(back, asked.cookie(LOGIN));

        assertThat(arrived.statusCode()).isEqualTo(200);
        assertThat(arrived.asString()).contains("0;url=/?decided=true");
        assertThat(arrived.detailedCookie(SESSION).isHttpOnly()).isTrue();
        assertThat(arrived.detailedCookie(SESSION).getSameSite()).isEqualTo("Strict");
        var page = client().cookie(SESSION, arrived.cookie(SESSION)).get(http);
        assertThat(page.asString()).contains("Review queue", "rhea · " + workspace);
    }

    @Test
    void sendsAChallengeAndNoVerifier() {
        var question = URI.create(leave("/").header("Location")).getQuery();

        assertThat(question)
                .contains("code_challenge=", "code_challenge_method=S256", "nonce=", "state=")
                .doesNotContain("code_verifier");
    }

    @Test
    void refusesAnAnswerToAnotherBrowserAndASecondUse() {
        var asked = leave("/");
        var back = answer(asked);

        assertThat(comeBack(back, "another").statusCode()).isEqualTo(401);
        assertThat(comeBack(back, asked.cookie(LOGIN)).statusCode()).isEqualTo(401);
        assertThat(comeBack(URI.create(http + "signin/callback?code=x&state=made-up"), "x")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesACodeOfAnotherSignIn() {
        var mine = leave("/");
        var stolen = answer(leave("/")).getQuery().replaceAll("&state=.*", "");
        var state = URI.create(mine.header("Location")).getQuery().replaceAll(".*&?state=([^&]*).*", "$1");
        var mixed = URI.create(http + "signin/callback?" + stolen + "&state=" + state);

        assertThat(comeBack(mixed, mine.cookie(LOGIN)).statusCode()).isEqualTo(401);
    }

    @Test
    void refusesTokensThatAreNotForThisSignIn() {
        refuses(token -> token.setStringClaim("nonce", "another"));
        refuses(token -> token.setAudience("another-client"));
        refuses(token -> token.setIssuer("https://elsewhere.example"));
        refuses(token -> token.setExpirationTime(NumericDate.fromSeconds(1)));
        provider.claims = this::usual;
        provider.strangeKey = true;
        assertThat(signIn().statusCode()).isEqualTo(401);
        provider.forget();
        provider.claims = this::usual;
        provider.unsigned = true;
        assertThat(signIn().statusCode()).isEqualTo(401);
    }

    @Test
    void refusesWhoIsNeitherReviewerNorAdmin() {
        provider.claims = token -> token.setStringClaim("workspace", workspace);
        assertThat(signIn().statusCode()).isEqualTo(200);
        provider.claims = token -> {
            usual(token);
            token.setStringListClaim("roles", List.of("viewer"));
        };
        assertThat(signIn().statusCode()).isEqualTo(403);
        provider.claims = token -> token.setStringClaim("workspace", "*");
        assertThat(signIn().statusCode()).isEqualTo(403);
    }

    @Test
    void leadsNowhereElse() {
        for (var to :
                List.of("https://evil.example", "//evil.example", "/%5Cevil.example", "javascript:1", "/signin")) {
            var asked = leave(to);
            assertThat(comeBack(answer(asked), asked.cookie(LOGIN)).asString()).contains("0;url=/\"");
        }
    }

    private void refuses(java.util.function.Consumer<JwtClaims> wrong) {
        provider.claims = token -> {
            usual(token);
            wrong.accept(token);
        };
        assertThat(signIn().statusCode()).isEqualTo(401);
    }

    private void usual(JwtClaims token) {
        token.setStringClaim("workspace", workspace);
    }

    private Response signIn() {
        var asked = leave("/");
        return comeBack(answer(asked), asked.cookie(LOGIN));
    }

    private Response leave(String to) {
        return client().queryParam("to", to).get(http.resolve("/signin/oidc"));
    }

    private static URI answer(Response asked) {
        return URI.create(client().get(URI.create(asked.header("Location"))).header("Location"));
    }

    private static Response comeBack(URI to, String browser) {
        return client().cookies(Map.of(LOGIN, browser)).get(to);
    }

    private static RequestSpecification client() {
        return RestAssured.given().urlEncodingEnabled(false).redirects().follow(false);
    }
}
