package io.outrider.orchestrator.connector;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** The sequencer, under {@code outrider.sequencer.*}. Without a base URL its actions are refused. */
@ConfigMapping(prefix = "outrider.sequencer")
interface SequencerConfig {

    /** With the API's path, for example "https://api.outreach.io/api/v2" or "https://api.salesloft.com". HubSpot: empty means the CRM's. */
    Optional<URI> baseUrl();

    Optional<String> token();

    /** Which vendor's API it is. */
    @WithDefault("outreach")
    Kind kind();

    /** HubSpot: the connected inbox that sends. */
    Optional<String> senderEmail();

    /** HubSpot's seat or Salesloft's user that sends. Empty leaves it to the token's own. */
    Optional<String> userId();

    /** HubSpot: where contacts are enrolled. HubSpot versions it by date. */
    @WithDefault("/automation/v4/sequences/enrollments")
    String enrolmentPath();

    /**
     * How many messages templates name at most. The fields of those that a draft lacks are emptied, lest a template send
     * what an earlier draft has left. Outreach: custom1 to custom16 are ours with 8.
     */
    @WithDefault("8")
    int messages();

    /** The vendors whose sequences are spoken. */
    enum Kind {
        OUTREACH,
        HUBSPOT,
        SALESLOFT
    }

    /** The sequencer's id of the mailbox that sends. */
    Optional<String> mailboxId();
}
