package io.outrider.review.slack;

import io.outrider.review.policy.Gate;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Settings under {@code outrider.slack-review.*}: one channel of reviewers of one workspace. */
@ConfigMapping(prefix = "outrider.slack-review")
interface SlackConfig {

    /** The channel's incoming webhook, a secret. Without one nothing is posted. */
    Optional<URI> webhookUrl();

    /** What Slack signs its requests with. Without one no button is believed. */
    Optional<String> signingSecret();

    /** Whose items are posted. */
    Optional<String> workspace();

    /** How often to look for items that were not posted yet; "off" for never. */
    @WithDefault("2s")
    String every();

    /** Who is who: a Slack user id, "=", the subject of a reviewer. */
    Optional<List<String>> reviewers();

    /** The subject that a Slack user is; empty for somebody who is no reviewer. */
    default String reviewer(String slackUser) {
        return reviewers().orElse(List.of()).stream()
                .filter(pair -> !slackUser.isEmpty() && pair.startsWith(slackUser + "="))
                .map(pair -> pair.substring(slackUser.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    /** Where reviewers reach the console, without a slash at the end. */
    Optional<URI> consoleUrl();

    /** Which items are posted. */
    @WithDefault("MANDATORY")
    Set<Gate> gates();

    /** Where answers to buttons may be sent, host and port as in a URL. */
    @WithDefault("hooks.slack.com")
    Set<String> answerHosts();

    /** How long each call to Slack may take. */
    @WithDefault("PT5S")
    Duration timeout();
}
