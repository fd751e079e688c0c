package io.outrider.orchestrator.connector;

import io.outrider.orchestrator.connector.http.Call;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** A call as people may see it: without what would let them make it. */
final class Hidden {

    /** Whoever has the address of an incoming webhook can post to it. */
    private static final Set<String> ADDRESS_IS_SECRET = Set.of("slack.message.post", "webhook.post");

    private static final List<String> SECRET_HEADERS = List.of("Authorization", "webhook-signature");

    private Hidden() {}

    static Call of(String actionType, Call call) {
        var shown = ADDRESS_IS_SECRET.contains(actionType) ? call.to(hostOnly(call.uri())) : call;
        for (var header : SECRET_HEADERS) {
            shown = shown.headers().containsKey(header) ? shown.with(header, "***") : shown;
        }
        return shown;
    }

    private static URI hostOnly(URI uri) {
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return URI.create(uri.getScheme() + "://" + uri.getHost() + port + "/***");
    }
}
