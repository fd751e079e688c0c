package io.outrider.kit.grant;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jose4j.jca.ProviderContext;

/**
 * Which implementation of Ed25519 (RFC 8032) signs and verifies: Bouncy Castle's, which takes a fifth of the time of the
 * platform's own, or the platform's where Bouncy Castle's does not work. Every grant is signed once and verified once.
 */
@RegisterForReflection(
        classNames = {
            "org.bouncycastle.jcajce.provider.asymmetric.EdEC$Mappings",
            "org.bouncycastle.jcajce.provider.asymmetric.edec.KeyFactorySpi$Ed25519",
            "org.bouncycastle.jcajce.provider.asymmetric.edec.SignatureSpi$EdDSA",
            "org.bouncycastle.jcajce.provider.asymmetric.edec.SignatureSpi$Ed25519"
        })
public final class Ed25519 {

    private static final ProviderContext CONTEXT = context();

    private Ed25519() {}

    /** For {@code setProviderContext} of a signature, {@code setJwsProviderContext} of a consumer. */
    public static ProviderContext provider() {
        return CONTEXT;
    }

    private static ProviderContext context() {
        var context = new ProviderContext();
        if (works(new BouncyCastleProvider())) {
            context.getSuppliedKeyProviderContext().setSignatureProvider(BouncyCastleProvider.PROVIDER_NAME);
        }
        return context;
    }

    /** Signs once with keys of the platform, as they are read from JWK sets. Leaves the provider registered, last, where it works. */
    private static boolean works(Provider provider) {
        try {
            var keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var signer = Signature.getInstance("EdDSA", provider);
            signer.initSign(keys.getPrivate());
            signer.update((byte) 1);
            var signed = signer.sign();
            var verifier = Signature.getInstance("EdDSA");
            verifier.initVerify(keys.getPublic());
            verifier.update((byte) 1);
            if (verifier.verify(signed)) {
                Security.addProvider(provider);
                return Security.getProvider(BouncyCastleProvider.PROVIDER_NAME) != null;
            }
            return false;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }
}
