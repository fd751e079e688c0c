package io.outrider.orchestrator.effect;

import io.grpc.stub.StreamObserver;
import io.outrider.orchestrator.agent.Agents;
import io.outrider.orchestrator.run.store.GroupCommit;
import io.outrider.review.v1.CheckGrantsRequest;
import io.outrider.review.v1.CheckGrantsResponse;
import io.outrider.review.v1.GrantStatus;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks the gate at the last moment whether grants still hold. Runs that ask at the same time share one call for each
 * workspace, as they share commits: an account more costs no round trip more.
 */
@ApplicationScoped
public class GrantStatuses {

    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final Agents agents;
    private final GroupCommit<Question, Answer> asking =
            new GroupCommit<>(Comparator.comparing(Question::workspace), this::askAll);

    GrantStatuses(Agents agents) {
        this.agents = agents;
    }

    /** Fails with what the call failed with where the gate does not answer. */
    public CompletableFuture<GrantStatus> of(String workspace, String grantId) {
        return asking.submit(new Question(workspace, grantId)).thenCompose(Answer::status);
    }

    private Future<List<Answer>> askAll(List<Question> questions) {
        Map<String, List<String>> byWorkspace = new TreeMap<>();
        questions.forEach(q -> byWorkspace
                .computeIfAbsent(q.workspace(), ws -> new ArrayList<>())
                .add(q.grantId()));
        Map<Question, Answer> known = new ConcurrentHashMap<>();
        var calls = byWorkspace.entrySet().stream()
                .map(entry -> ask(entry.getKey(), entry.getValue())
                        .onSuccess(response -> response.getChecksList()
                                .forEach(check -> known.put(
                                        new Question(entry.getKey(), check.getGrantId()),
                                        new Answer.Said(check.getStatus()))))
                        .onFailure(failure -> entry.getValue()
                                .forEach(
                                        id -> known.put(new Question(entry.getKey(), id), new Answer.Failed(failure)))))
                .toList();
        // One workspace's failed call says nothing of another's.
        return Future.join(calls)
                .otherwiseEmpty()
                .map(done -> questions.stream()
                        .map(q -> known.getOrDefault(q, new Answer.Said(GrantStatus.GRANT_STATUS_UNKNOWN)))
                        .toList());
    }

    private Future<CheckGrantsResponse> ask(String workspace, List<String> ids) {
        Promise<CheckGrantsResponse> answer = Promise.promise();
        agents.reviewAsync(workspace, DEADLINE)
                .checkGrants(CheckGrantsRequest.newBuilder().addAllGrantIds(ids).build(), new StreamObserver<>() {
                    @Override
                    public void onNext(CheckGrantsResponse response) {
                        answer.tryComplete(response);
                    }

                    @Override
                    public void onError(Throwable failure) {
                        answer.tryFail(failure);
                    }

                    @Override
                    public void onCompleted() {
                        answer.tryFail("The gate answered nothing");
                    }
                });
        return answer.future();
    }

    private record Question(String workspace, String grantId) {}

    /** What came back for one question. */
    private sealed interface Answer {

        CompletableFuture<GrantStatus> status();

        record Said(GrantStatus word) implements Answer {
            @Override
            public CompletableFuture<GrantStatus> status() {
                return CompletableFuture.completedFuture(word);
            }
        }

        record Failed(Throwable cause) implements Answer {
            @Override
            public CompletableFuture<GrantStatus> status() {
                return CompletableFuture.failedFuture(cause);
            }
        }
    }
}
