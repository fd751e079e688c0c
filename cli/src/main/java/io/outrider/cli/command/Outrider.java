package io.outrider.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a name. */
@Command(
        name = "outrider",
        version = "outrider 0.1.0",
        mixinStandardHelpOptions = true,
        description = "Go-to-market agents with human gates: research, qualify, draft, gate, act.",
        subcommands = {
            DemoCommand.class,
            BenchCommand.class,
            UpCommand.class,
            DownCommand.class,
            PsCommand.class,
            StartCommand.class,
            StopCommand.class,
            RunCommand.class,
            RunsCommand.class,
            ShowCommand.class,
            CompareCommand.class,
            ReplayCommand.class,
            RetryCommand.class,
            DeadTasksCommand.class,
            EffectsCommand.class,
            UndoCommand.class,
            ResolveCommand.class,
            SuppressCommand.class,
            ReviewsCommand.class,
            ApproveCommand.class,
            RejectCommand.class,
            BatchCommand.class,
            SignalsCommand.class,
            BreakerCommand.class,
            BudgetCommand.class,
            LibraryCommand.class,
            PolicyCommand.class,
            TokenCommand.class,
            AuditCommand.class,
            SimulateReviewCommand.class,
            ChaosCommand.class,
            HelpCommand.class
        },
        footer = {"", "  test  Runs every test of the project (this one is the script's own)."})
public final class Outrider implements Runnable {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }
}
