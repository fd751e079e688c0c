package io.outrider.cli.command;

import io.outrider.cli.output.CliFailure;
import io.outrider.cli.output.Json;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "token", description = "Makes a token, as an identity provider would.")
final class TokenCommand implements Callable<Integer> {

    private static final Set<String> ROLES = Set.of("viewer", "author", "reviewer", "operator", "admin", "service");

    @Mixin
    Common common = new Common();

    @Option(
            names = "--role",
            split = ",",
            required = true,
            paramLabel = "ROLE",
            description = "viewer, author, reviewer, operator, admin or service; several by commas")
    List<String> roles = List.of();

    @Option(names = "--lifetime", paramLabel = "DURATION", description = "ISO 8601 (default: PT1H)")
    String lifetime = "PT1H";

    @Override
    public Integer call() {
        roles.stream().filter(role -> !ROLES.contains(role)).findFirst().ifPresent(role -> {
            throw new CliFailure(
                    "There is no role \"" + role + "\"; there are viewer, author, reviewer, operator, admin, service");
        });
        var subject = common.subject == null ? roles.getFirst() + "@localhost" : common.subject;
        var token = common.tokens().mint(subject, common.workspace, roles, lifetime());
        common.terminal().print(common.json ? Json.of(Map.of("token", token)) : token);
        return 0;
    }

    private Duration lifetime() {
        try {
            return Duration.parse(lifetime);
        } catch (DateTimeParseException e) {
            throw new CliFailure("\"" + lifetime + "\" is not a duration; write for example PT8H", e);
        }
    }
}
