package io.outrider.orchestrator.connector;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** The sequencer, under {@code outrider.sequencer.*}. Without a base URL its actions are refused. */
@ConfigMapping(prefix = "outrider.sequencer")
interface SequencerConfig {

    /** With the API's path, for example "https://api.outreach.io/api/v2". */
    Optional<URI> baseUrl();

    Optional<String> token();

    /** The sequencer's id of the mailbox that sends. */
    Optional<String> mailboxId();
}
