package io.outrider.orchestrator.rest.agents;

import io.outrider.kit.error.Failure;
import io.outrider.kit.security.Caller;
import io.outrider.orchestrator.library.Libraries;
import io.outrider.orchestrator.library.Pinned;
import io.outrider.orchestrator.rest.agents.AgentCalls.Spent;
import io.outrider.type.v1.Library;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Use case: ask one agent one question, once. */
@ApplicationScoped
class RunAgent {

    private static final Pinned NO_LIBRARY = new Pinned(0, Library.getDefaultInstance(), "");

    private final AgentCalls calls;
    private final AgentWork work;
    private final Libraries libraries;
    private final AgentJson json;
    private final AgentAllowance allowance;

    RunAgent(AgentCalls calls, AgentWork work, Libraries libraries, AgentJson json, AgentAllowance allowance) {
        this.calls = calls;
        this.work = work;
        this.libraries = libraries;
        this.json = json;
        this.allowance = allowance;
    }

    /** @return the answer as JSON: the kept one where the question was answered before */
    Uni<byte[]> ask(Caller caller, String requestId, AgentAsk ask) {
        return pinned(caller.workspace(), ask.agent(), 0)
                .chain(library -> calls.open(caller, requestId, ask, library.revision())
                        .chain(call -> answered(call, ask, library)));
    }

    /** Answers a question that was accepted before. */
    Uni<byte[]> answer(AgentCall call, AgentAsk ask) {
        return pinned(call.workspace(), ask.agent(), call.revision()).chain(library -> answered(call, ask, library));
    }

    /** Makes the failure the answer. */
    Uni<byte[]> refuse(AgentCall call, AgentKind agent, Failure failure) {
        var answer = json.of(call, agent, failure);
        return calls.answer(call, answer, Spent.NOTHING).replaceWith(answer);
    }

    /** Of the library that a question would be answered by now; 0 where it needs none. */
    Uni<Long> revision(String workspace, AgentKind agent) {
        return pinned(workspace, agent, 0).map(Pinned::revision);
    }

    private Uni<byte[]> answered(AgentCall call, AgentAsk ask, Pinned newest) {
        var known = call.answer();
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        var library = call.revision() == newest.revision()
                ? Uni.createFrom().item(newest)
                : pinned(call.workspace(), ask.agent(), call.revision());
        return library.chain(pinned -> allowance.of(call, ask, () -> work.of(call.workspace(), call.id(), ask, pinned)))
                .chain(answered -> {
                    var answer = json.of(call, ask.agent(), answered);
                    return calls.answer(call, answer, Spent.of(ask.playbook(), answered.works()))
                            .replaceWith(answer);
                });
    }

    private Uni<Pinned> pinned(String workspace, AgentKind agent, long revision) {
        return agent.needsLibrary()
                ? libraries.pinned(workspace, revision)
                : Uni.createFrom().item(NO_LIBRARY);
    }
}
