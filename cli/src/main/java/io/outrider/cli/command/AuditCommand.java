package io.outrider.cli.command;

import picocli.CommandLine.Command;

@Command(
        name = "audit",
        description = "The log of all that was proposed, decided and granted.",
        subcommands = {AuditVerifyCommand.class, AuditExportCommand.class})
final class AuditCommand {}
