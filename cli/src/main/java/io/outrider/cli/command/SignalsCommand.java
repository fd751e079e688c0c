package io.outrider.cli.command;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.outrider.cli.output.CliFailure;
import io.outrider.cli.output.Enums;
import io.outrider.cli.output.Json;
import io.outrider.cli.output.Table;
import io.outrider.orchestrator.v1.GetAccountIntentRequest;
import io.outrider.orchestrator.v1.IngestSignalsRequest;
import io.outrider.orchestrator.v1.ListFiringsRequest;
import io.outrider.type.v1.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "signals", description = "What happened at accounts, and what triggers made of it.")
final class SignalsCommand {

    private static final int AT_ONCE = 1_000;

    @Command(
            name = "ingest",
            description = "Takes in signals: one JSON object a line, with the fields of type.v1.Signal.")
    int ingest(@Mixin Common common, @Parameters(paramLabel = "FILE.jsonl") Path file) {
        var signals = read(file);
        try (var session = common.session()) {
            int accepted = 0;
            int duplicates = 0;
            for (int from = 0; from < signals.size(); from += AT_ONCE) {
                var answer = session.signals("author")
                        .ingestSignals(IngestSignalsRequest.newBuilder()
                                .setRequestId("cli-" + UUID.randomUUID())
                                .addAllSignals(signals.subList(from, Math.min(signals.size(), from + AT_ONCE)))
                                .build());
                accepted += answer.getAccepted();
                duplicates += answer.getDuplicates();
            }
            common.terminal().print(accepted + " accepted, " + duplicates + " known already");
        }
        return 0;
    }

    @Command(name = "intent", description = "Adds up the signals of one account.")
    int intent(@Mixin Common common, @Parameters(paramLabel = "DOMAIN") String domain) {
        try (var session = common.session()) {
            var intent = session.signals("viewer")
                    .getAccountIntent(GetAccountIntentRequest.newBuilder()
                            .setDomain(domain)
                            .build())
                    .getIntent();
            var terminal = common.terminal();
            if (common.json) {
                terminal.print(Json.of(intent));
                return 0;
            }
            terminal.print(String.format(
                    Locale.ROOT,
                    "%s: intent %.1f, %s, %d kinds",
                    intent.getDomain(),
                    intent.getIntent(),
                    Enums.shown(intent.getStage()),
                    intent.getKinds()));
            var table = new Table("TYPE", "LEFT", "OF", "TOPIC", "SOURCE");
            intent.getSignalsList()
                    .forEach(part -> table.row(
                            Enums.shown(part.getSignal().getType()),
                            String.format(Locale.ROOT, "%.1f", part.getDecayedStrength()),
                            String.format(Locale.ROOT, "%.1f", part.getSignal().getStrength()),
                            part.getSignal().getTopic(),
                            part.getSignal().getSource()));
            table.printTo(terminal);
        }
        return 0;
    }

    @Command(name = "firings", description = "Lists firings of triggers, newest first, each with its explanation.")
    int firings(
            @Mixin Common common,
            @Option(names = "--domain", paramLabel = "DOMAIN", defaultValue = "") String domain,
            @Option(names = "--trigger", paramLabel = "ID", defaultValue = "") String trigger) {
        try (var session = common.session()) {
            var answer = session.signals("viewer")
                    .listFirings(ListFiringsRequest.newBuilder()
                            .setDomain(domain)
                            .setTriggerId(trigger)
                            .build());
            if (common.json) {
                common.terminal().print(Json.of(Json.array(answer.getFiringsList())));
                return 0;
            }
            var table = new Table("TRIGGER", "ACCOUNT", "OUTCOME", "INTENT", "RUN", "WHY");
            answer.getFiringsList()
                    .forEach(firing -> table.row(
                            firing.getTriggerId(),
                            firing.getDomain(),
                            Enums.shown(firing.getOutcome()),
                            firing.getInputsOrDefault("intent", "-"),
                            firing.getRunId().isEmpty() ? "-" : firing.getRunId(),
                            firing.getExplanation()));
            table.printTo(common.terminal());
        }
        return 0;
    }

    private static List<Signal> read(Path file) {
        try {
            var lines = Files.readAllLines(file);
            List<Signal> signals = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    signals.add(signal(lines.get(i), file.getFileName() + ":" + (i + 1)));
                }
            }
            if (signals.isEmpty()) {
                throw new CliFailure(file + " holds no signals");
            }
            return signals;
        } catch (IOException e) {
            throw new CliFailure(file + " cannot be read");
        }
    }

    private static Signal signal(String line, String place) {
        try {
            var signal = Signal.newBuilder();
            JsonFormat.parser().merge(line, signal);
            return signal.build();
        } catch (InvalidProtocolBufferException e) {
            throw new CliFailure(place + ": " + e.getMessage());
        }
    }
}
