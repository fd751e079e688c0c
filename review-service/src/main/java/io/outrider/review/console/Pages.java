package io.outrider.review.console;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The pages as HTML. Qute escapes every value. */
@ApplicationScoped
class Pages {

    private final Template queue;
    private final Template item;
    private final Template batch;
    private final Template run;
    private final Template insights;
    private final Template policy;
    private final Template autonomy;
    private final Template secondLooks;
    private final Template secondLook;

    Pages(
            @Location("console/queue") Template queue,
            @Location("console/item") Template item,
            @Location("console/batch") Template batch,
            @Location("console/run") Template run,
            @Location("console/insights") Template insights,
            @Location("console/policy") Template policy,
            @Location("console/autonomy") Template autonomy,
            @Location("console/second-looks") Template secondLooks,
            @Location("console/second-look") Template secondLook) {
        this.queue = queue;
        this.item = item;
        this.batch = batch;
        this.run = run;
        this.insights = insights;
        this.policy = policy;
        this.autonomy = autonomy;
        this.secondLooks = secondLooks;
        this.secondLook = secondLook;
    }

    Uni<String> queue(QueueView view) {
        return queue.data("view", view).createUni();
    }

    Uni<String> item(ItemView view) {
        return item.data("view", view).createUni();
    }

    Uni<String> batch(BatchView view) {
        return batch.data("view", view).createUni();
    }

    Uni<String> run(RunView view) {
        return run.data("view", view).createUni();
    }

    Uni<String> insights(InsightsView view) {
        return insights.data("view", view).createUni();
    }

    Uni<String> policy(PolicyView view) {
        return policy.data("view", view).createUni();
    }

    Uni<String> autonomy(AutonomyView view) {
        return autonomy.data("view", view).createUni();
    }

    Uni<String> secondLooks(SecondLookView.Waiting view) {
        return secondLooks.data("view", view).createUni();
    }

    Uni<String> secondLook(SecondLookView.One view) {
        return secondLook.data("view", view).createUni();
    }
}
