package io.outrider.research.reason;

import io.outrider.research.brief.Predicate;
import java.util.List;
import java.util.regex.Pattern;

/** "We are certified to ISO 9001 and BRCGS." */
final class CertificateRule implements Rule {

    private static final Pattern CERTIFIED = Pattern.compile("(?i:\\b(?:certif|accredit|complian|complies|attest))");
    private static final Pattern NAME = Pattern.compile(
            "\\b(?:ISO(?:/IEC)? ?\\d{4,5}(?:[-:]\\d{1,4})?|SOC ?[123](?: Type (?:II|I|2|1))?|BRCGS|BRC|IATF ?16949|AS ?9100|HIPAA|"
                    + "PCI[ -]DSS|FedRAMP|GMP|FSSC ?22000|IFS Food|EN ?\\d{4,5}|TISAX|B Corp)\\b");
    private static final double SAID = 0.8;

    @Override
    public List<String> triggers() {
        return List.of(
                "certified",
                "certification",
                "certifications",
                "certificate",
                "certificates",
                "accredited",
                "compliant",
                "complies",
                "compliance",
                "attested");
    }

    @Override
    public void read(Sentence sentence, Findings found) {
        if (sentence.matcher(CERTIFIED).find()) {
            sentence.matcher(NAME)
                    .results()
                    .forEach(match -> found.add(sentence, Predicate.CERTIFICATION, match.group(), SAID));
        }
    }
}
