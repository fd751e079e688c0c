package io.outrider.orchestrator.rest.agents;

import io.outrider.kit.error.Failure;
import io.outrider.kit.thread.VirtualThreadOffload;
import io.outrider.orchestrator.library.Pinned;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Does what an agent is asked, by the services that do it. */
@ApplicationScoped
class AgentWork {

    private final Finding finding;
    private final Judging judging;
    private final Writing writing;

    private final VirtualThreadOffload offload;

    AgentWork(Finding finding, Judging judging, Writing writing, VirtualThreadOffload offload) {
        this.finding = finding;
        this.judging = judging;
        this.writing = writing;
        this.offload = offload;
    }

    /**
     * @param key stable for the question: services that did the work once answer it again
     * @param library an empty one for an agent that needs none
     * @return fails with a {@link Failure} for all that is refused or does not answer
     */
    Uni<Answered> of(String workspace, String key, AgentAsk ask, Pinned library) {
        return offload.call(() -> answer(new Question(workspace, key, ask, library)));
    }

    private Answered answer(Question question) {
        return switch (question.ask().agent()) {
            case ENRICH_COMPANY -> finding.company(question);
            case ENRICH_PERSON -> finding.person(question);
            case PROSPECTOR -> finding.people(question);
            case QUALIFY_COMPANY -> judging.company(question);
            case QUALIFY_PERSON -> judging.person(question);
            case SEQUENCE -> writing.sequence(question);
            case CALL_PREP -> writing.callPrep(question);
        };
    }

    /** One question under way. */
    record Question(String workspace, String key, AgentAsk ask, Pinned library) {

        String requestId(String part) {
            return key + ":" + part;
        }
    }
}
