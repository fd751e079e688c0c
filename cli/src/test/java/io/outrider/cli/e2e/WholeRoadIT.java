package io.outrider.cli.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.outrider.cli.launch.Part;
import io.outrider.library.v1.GetRequest;
import io.outrider.orchestrator.v1.GetRunRequest;
import io.outrider.orchestrator.v1.ListRunsRequest;
import io.outrider.orchestrator.v1.Run;
import io.outrider.orchestrator.v1.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(Lifecycle.PER_CLASS)
class WholeRoadIT {

    private static final Set<RunState> ENDED =
            Set.of(RunState.RUN_STATE_COMPLETED, RunState.RUN_STATE_DISQUALIFIED, RunState.RUN_STATE_CANCELLED);
    private static final int ACCOUNTS_PER_CRASH = 10;

    @TempDir
    static Path directory;

    private RunningSystem system;
    private final List<Run> runsSoFar = new ArrayList<>();

    @BeforeAll
    void up() {
        system = new RunningSystem(directory.resolve("data"));
    }

    @AfterAll
    void down() {
        system.close();
    }

    @Test
    void refusesBadLinesByNumberRunsTheOthersAndActsOnlyOnGrants() throws Exception {
        var outcome = system.cli("run", file("bad.csv", """
                domain,name,first_name,last_name,title,email
                ferrocraft.example,Ferrocraft,Bram,Claes,Chief Operating Officer,bram.claes@ferrocraft.example
                nodots,No dots,Ann,Nobody,Director,ann@nobody.example
                gmail.com,Free mail,Ann,Nobody,Director,ann@gmail.com
                ferrocraft.example,Again,Bram,Claes,Chief Operating Officer,bram.claes@ferrocraft.example
                blankpage.example,Blankpage,Lea,Huber,Editor,lea.huber@blankpage.example
                """), "--json");

        var document = JsonParser.parseString(outcome.out()).getAsJsonObject();

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(lines(document)).containsExactly("3 INVALID_DOMAIN", "4 FREE_MAIL_DOMAIN", "5 DUPLICATE");
        assertThat(acceptAndSettle(ids(document)))
                .hasSize(2)
                .allSatisfy(run -> assertThat(run.getState()).isIn(ENDED));
        assertThat(system.check(runsSoFar).problems()).isEmpty();
        assertThat(system.check(runsSoFar).actions()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(value = Part.class, names = "SANDBOX", mode = EnumSource.Mode.EXCLUDE)
    void endsEveryRunAndActsOnceWhenAServiceIsKilled(Part part) throws Exception {
        var first = 1_000 * (part.ordinal() + 1) + 1;
        var csv = file(
                part.label() + ".csv",
                "domain,first_name,last_name,title,email\n"
                        + IntStream.range(first, first + ACCOUNTS_PER_CRASH)
                                .mapToObj(i -> "acct-%d.example,Ann,Lee,Chief Operating Officer,ann@acct-%d.example%n"
                                        .formatted(i, i))
                                .reduce("", String::concat));
        var out = directory.resolve(part + ".out");
        var err = directory.resolve(part + ".err");

        var cli = system.startCli(out, err, "run", csv, "--json");
        awaitRuns(first);
        system.kill(part);
        system.launcher().start(part);
        var outcome = Cli.end(cli, out, err);

        var ids = ids(JsonParser.parseString(outcome.out()).getAsJsonObject());
        assertThat(ids).hasSize(ACCOUNTS_PER_CRASH);
        assertThat(acceptAndSettle(ids))
                .allSatisfy(
                        run -> assertThat(run.getState()).as(run.getReason()).isIn(ENDED));
        assertThat(system.check(runsSoFar).problems()).isEmpty();
    }

    @Test
    void comparesTwoLevelsAndReplaysAPastRunWithoutActing() throws Exception {
        var accounts = file("compare.csv", """
                domain,name,first_name,last_name,title,email
                ferrocraft.example,Ferrocraft,Bram,Claes,Chief Operating Officer,bram.claes@ferrocraft.example
                """);
        var compared = system.cli("compare", accounts, "--levels", "rules,assisted", "--json");
        assertThat(compared.err()).doesNotContain("\tat ");
        var comparison = only(compared);
        var a = comparison.getAsJsonObject("a");
        var b = comparison.getAsJsonObject("b");
        assertThat(a.get("modelCalls").getAsInt()).isZero();
        assertThat(b.get("modelCalls").getAsInt()).isPositive();

        var past = a.get("runId").getAsString();
        var replayed = system.cli("replay", past, "--level", "assisted", "--json");

        var now = only(replayed).getAsJsonObject("b");
        assertThat(JsonParser.parseString(replayed.out())
                        .getAsJsonObject()
                        .get("sources")
                        .getAsString())
                .contains("not read again");
        assertThat(now.get("facts")).isEqualTo(a.get("facts"));
        assertThat(now.get("modelCalls").getAsInt()).isPositive();
        var shadow = system.session()
                .runs("viewer")
                .getRun(GetRunRequest.newBuilder()
                        .setRunId(now.get("runId").getAsString())
                        .build())
                .getRun();
        assertThat(shadow.getShadow()).isTrue();
        assertThat(shadow.getActionsList()).isEmpty();
        assertThat(shadow.getCost().getPagesFetched()).isZero();
    }

    private static JsonObject only(Cli.Outcome outcome) {
        return JsonParser.parseString(outcome.out())
                .getAsJsonObject()
                .getAsJsonArray("comparisons")
                .get(0)
                .getAsJsonObject();
    }

    @Test
    void refusesATokenThatIsNotOurs() {
        try (var stranger = system.sessionWith("e30.e30.c2ln")) {
            var refusal = catchThrowableOfType(
                    StatusRuntimeException.class,
                    () -> stranger.runs("viewer").listRuns(ListRunsRequest.getDefaultInstance()));

            assertThat(refusal.getStatus().getCode()).isEqualTo(Code.UNAUTHENTICATED);
        }
    }

    @Test
    void refusesARoleThatMayNot() throws Exception {
        var token = system.cli("token", "--role", "viewer").out().strip();
        var outcome = system.cli("library", "apply", file("empty.yaml", "products: []\n"), "--token", token);

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("PERMISSION_DENIED").doesNotContain("\tat ");
    }

    @Test
    void namesFileLineAndReasonOfABadLibraryAndAppliesNothing() throws Exception {
        var before = revision();

        var outcome = system.cli("library", "apply", file("bad.yaml", """
                products:
                  - id: pulse
                    nmae: Pulse
                """));

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).contains("bad.yaml:3");
        assertThat(revision()).isEqualTo(before);
    }

    private long revision() {
        return system.session()
                .library("viewer")
                .get(GetRequest.getDefaultInstance())
                .getRevision()
                .getNumber();
    }

    private List<Run> acceptAndSettle(List<String> ids) {
        system.settle(ids, Set.of());
        var runs = system.settle(ids, system.acceptAll(ids));
        runsSoFar.addAll(runs);
        return runs;
    }

    /** The crash comes in the middle: some runs are accepted, few are at their end. */
    private void awaitRuns(int first) {
        var filter = ListRunsRequest.newBuilder()
                .setDomain("acct-" + first + ".example")
                .build();
        while (system.session().runs("viewer").listRuns(filter).getRunsCount() == 0) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static String file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }

    private static List<String> ids(JsonObject document) {
        return objects(document.getAsJsonArray("runs"))
                .map(run -> run.get("id").getAsString())
                .toList();
    }

    private static List<String> lines(JsonObject document) {
        return objects(document.getAsJsonArray("refused"))
                .map(line ->
                        line.get("line").getAsInt() + " " + line.get("code").getAsString())
                .toList();
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false).map(element -> element.getAsJsonObject());
    }
}
