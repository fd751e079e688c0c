package io.outrider.cli.command;

import com.google.gson.JsonObject;
import io.outrider.cli.client.ReviewQueue;
import io.outrider.cli.output.Enums;
import io.outrider.cli.output.Json;
import io.outrider.cli.output.Table;
import io.outrider.review.v1.ItemState;
import io.outrider.review.v1.ListReviewItemsRequest;
import io.outrider.review.v1.Reason;
import io.outrider.review.v1.ReviewItem;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "reviews", description = "Lists what waits for a reviewer, by priority.")
final class ReviewsCommand implements Callable<Integer> {

    @Mixin
    Common common = new Common();

    @Option(names = "--state", split = ",", paramLabel = "STATE", description = "default: pending, claimed, escalated")
    List<String> states = List.of();

    @Option(names = "--domain", description = "only this account's")
    String domain = "";

    @Option(names = "--run", paramLabel = "ID", description = "only this run's")
    String run = "";

    @Override
    public Integer call() {
        var filter = ListReviewItemsRequest.newBuilder()
                .setPageSize(200)
                .setDomain(domain)
                .setRunId(run);
        states.forEach(state -> filter.addStates(Enums.parse(ItemState.class, state)));
        try (var session = common.session()) {
            print(new ReviewQueue(session).list(filter.build()));
        }
        return 0;
    }

    private void print(List<ReviewItem> items) {
        if (common.json) {
            var document = new JsonObject();
            document.add("items", Json.array(items));
            common.terminal().print(Json.of(document));
            return;
        }
        var table = new Table("ITEM", "ACCOUNT", "ACTION", "GATE", "STATE", "CONF", "WHY");
        for (var item : items) {
            table.row(
                    item.getId(),
                    item.getProposal().getAccount().getDomain(),
                    item.getProposal().getActionType(),
                    Enums.shown(item.getGate()),
                    Enums.shown(item.getState()),
                    String.format(
                            Locale.ROOT,
                            "%.2f",
                            item.getProposal().getConfidence().getValue()),
                    item.getReasonsList().stream().map(Reason::getRule).collect(Collectors.joining(", ")));
        }
        table.printTo(common.terminal());
        common.terminal().note(items.size() + " items");
    }
}
