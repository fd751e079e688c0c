package io.outrider.orchestrator.library.check;

import com.google.protobuf.Message;
import io.outrider.type.v1.BrandVoice;
import io.outrider.type.v1.Competitor;
import io.outrider.type.v1.Playbook;
import io.outrider.type.v1.PlaybookAction;
import io.outrider.type.v1.Product;
import io.outrider.type.v1.ProofPoint;
import io.outrider.type.v1.StepPolicy;
import io.outrider.type.v1.Trigger;
import io.outrider.type.v1.Vendor;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;

/** Checks the fields whose text must be one of a few words, a number within bounds, an address or a host. */
final class Vocabulary {

    /** What the review service's catalogue knows. */
    static final List<String> ACTION_TYPES = List.of(
            "crm.company.upsert",
            "crm.contact.upsert",
            "sequence.enrol",
            "slack.message.post",
            "crm.deal.update",
            "task.create",
            "email.send",
            "webhook.post");

    private static final List<String> STEPS = List.of("research", "qualify", "draft", "propose", "act");
    private static final List<String> ON_FAILURE = List.of("retry", "continue_partial", "halt", "review");
    private static final List<String> LEVELS = List.of("rules", "assisted", "guided", "autonomous");
    private static final List<String> DEPTHS = List.of("lite", "base", "core", "pro");
    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]*");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,253}");
    private static final int SHOWN = 60;

    private final Findings findings;

    Vocabulary(Findings findings) {
        this.findings = findings;
    }

    void check(Message message, String path) {
        switch (message) {
            case Vendor it -> {
                host(it.getDomain(), path + ".domain");
                for (int i = 0; i < it.getAllowedLinkHostsCount(); i++) {
                    host(it.getAllowedLinkHosts(i), path + ".allowed_link_hosts[" + i + "]");
                }
                if (!it.getSenderEmail().isEmpty()
                        && !EMAIL.matcher(it.getSenderEmail()).matches()) {
                    findings.add(path + ".sender_email", "\"" + shown(it.getSenderEmail()) + "\" is no email address");
                }
            }
            case Product it -> url(it.getPrimaryUrl(), path + ".primary_url");
            case Competitor it -> host(it.getDomain(), path + ".domain");
            case ProofPoint it -> url(it.getSourceUrl(), path + ".source_url");
            case BrandVoice it -> within(it.getMaxWordsPerEmail(), 1000, path + ".max_words_per_email");
            case Playbook it -> {
                within(it.getMinScore(), 10, path + ".min_score");
                word(it.getDepth(), DEPTHS, path + ".depth");
                word(it.getLevel(), LEVELS, path + ".level");
            }
            case PlaybookAction it -> {
                if (!it.getType().isEmpty() && !ACTION_TYPES.contains(it.getType())) {
                    findings.add(
                            path + ".type",
                            "unknown action type \"" + shown(it.getType()) + "\"; known are "
                                    + String.join(", ", ACTION_TYPES));
                }
            }
            case StepPolicy it -> {
                word(it.getStep(), STEPS, path + ".step");
                word(it.getOnFailure(), ON_FAILURE, path + ".on_failure");
                within(it.getAttempts(), 20, path + ".attempts");
                within(it.getDeadlineSeconds(), longest(it.getStep()), path + ".deadline_seconds");
            }
            case Trigger it -> {
                word(it.getLevel(), LEVELS, path + ".level");
                within(it.getCoolDownHours(), 8784, path + ".cool_down_hours");
                within(it.getCapPerHour(), 100_000, path + ".cap_per_hour");
            }
            default -> {}
        }
    }

    /** No outside call takes longer than a minute: a longer deadline of the act step would promise what nobody keeps. */
    private static int longest(String step) {
        return step.equals("act") ? 60 : 3600;
    }

    static String shown(String text) {
        var line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line;
    }

    private void word(String value, List<String> words, String path) {
        if (!value.isEmpty() && !words.contains(value)) {
            findings.add(path, "\"" + shown(value) + "\" must be one of " + String.join(", ", words));
        }
    }

    private void within(int value, int max, String path) {
        if (value < 0 || value > max) {
            findings.add(path, "%d is not between 0 and %,d".formatted(value, max));
        }
    }

    private void host(String value, String path) {
        if (!value.isEmpty() && !HOST.matcher(value).matches()) {
            findings.add(path, "\"" + shown(value) + "\" is no host name in lower case, such as \"acme.example\"");
        }
    }

    private void url(String value, String path) {
        if (!value.isEmpty() && !isWebAddress(value)) {
            findings.add(path, "\"" + shown(value) + "\" is no http or https address");
        }
    }

    private static boolean isWebAddress(String value) {
        try {
            var uri = new URI(value);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
