package io.outrider.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** Makes the application under test believe a new key, and gives the test's {@link TestTokens} fields its tokens. */
public class TokensResource implements QuarkusTestResourceLifecycleManager {

    private final TestTokens tokens = TestTokens.create();

    @Override
    public Map<String, String> start() {
        try {
            var file = Files.createTempFile("outrider-test-jwks", ".json");
            file.toFile().deleteOnExit();
            Files.writeString(file, tokens.jwks());
            return Map.of("outrider.token.keys", file.toUri().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(tokens, new TestInjector.MatchesType(TestTokens.class));
    }

    @Override
    public void stop() {}
}
