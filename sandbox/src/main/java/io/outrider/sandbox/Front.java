package io.outrider.sandbox;

import io.outrider.sandbox.fault.Cut;
import io.outrider.sandbox.fault.Fault;
import io.outrider.sandbox.http.Reply;
import io.outrider.sandbox.http.Request;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;

/** One event loop's share of the HTTP port: reads the request, waits as long as asked, writes the answer. */
final class Front extends AbstractVerticle {

    private final Doors doors;
    private final World world;

    Front(Doors doors, World world) {
        this.doors = doors;
        this.world = world;
    }

    @Override
    public void start(Promise<Void> started) {
        doors.opened(doors.server(vertx).requestHandler(this::receive).listen()).onComplete(started);
    }

    private void receive(HttpServerRequest http) {
        if (http.method().equals(HttpMethod.GET) || http.method().equals(HttpMethod.HEAD)) {
            handle(http, Buffer.buffer());
        } else {
            http.body().onSuccess(body -> handle(http, body));
        }
    }

    private void handle(HttpServerRequest http, Buffer body) {
        var request = new Request(
                http.method().name(),
                hostOf(http),
                Objects.requireNonNullElse(http.path(), "/"),
                http.params(),
                http.headers(),
                body);
        var fault = world.strike(request);
        later(fault.delayMs(), () -> {
            if (fault.cut() == Cut.BEFORE) {
                http.connection().close();
                return;
            }
            var reply = world.answer(request, fault);
            later(reply.delayMs(), () -> write(http, reply, fault));
        });
    }

    private void later(long millis, Runnable then) {
        if (millis <= 0) {
            then.run();
        } else {
            vertx.setTimer(millis, ignored -> then.run());
        }
    }

    private static void write(HttpServerRequest http, Reply reply, Fault fault) {
        if (reply.hangUp() || fault.cut() == Cut.AFTER) {
            http.connection().close();
            return;
        }
        var response = http.response().setStatusCode(reply.status()).putHeader("Content-Type", reply.contentType());
        reply.headers().forEach(response::putHeader);
        if (http.method().equals(HttpMethod.HEAD)) {
            response.putHeader("Content-Length", Integer.toString(reply.body().length()))
                    .end();
        } else {
            response.end(reply.body());
        }
    }

    private static String hostOf(HttpServerRequest http) {
        var authority = http.authority();
        return authority == null ? "" : authority.host();
    }
}
