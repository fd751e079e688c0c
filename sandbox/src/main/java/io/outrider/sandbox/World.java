package io.outrider.sandbox;

import io.outrider.sandbox.crm.Crm;
import io.outrider.sandbox.fault.Cut;
import io.outrider.sandbox.fault.Fault;
import io.outrider.sandbox.fault.Faults;
import io.outrider.sandbox.fault.Spoil;
import io.outrider.sandbox.http.BadJson;
import io.outrider.sandbox.http.Json;
import io.outrider.sandbox.http.Reply;
import io.outrider.sandbox.http.Request;
import io.outrider.sandbox.model.Model;
import io.outrider.sandbox.received.Call;
import io.outrider.sandbox.received.Kind;
import io.outrider.sandbox.received.Received;
import io.outrider.sandbox.sequencer.Sequencers;
import io.outrider.sandbox.site.Sites;
import io.outrider.sandbox.slack.Slack;
import java.time.Clock;
import java.util.Map;

/** All that stands behind the HTTP port: finds the endpoint, lets faults strike, records the call. */
final class World {

    private final Received received;
    private final Faults faults;
    private final Sites sites = new Sites(Clock.systemUTC());
    private final Model model = new Model(Clock.systemUTC());
    private final Crm crm = new Crm(Clock.systemUTC());
    private final Sequencers sequencers = new Sequencers(Clock.systemUTC());
    private final Slack slack = new Slack();
    private final Control control;

    World(Received received, Faults faults) {
        this.received = received;
        this.faults = faults;
        this.control = new Control(received, faults, sites);
    }

    Crm crm() {
        return crm;
    }

    Sequencers sequencers() {
        return sequencers;
    }

    Fault strike(Request request) {
        return faults.strike(kindOf(request), request.method(), request.path(), request.host());
    }

    Reply answer(Request request, Fault fault) {
        var kind = kindOf(request);
        var reply = fault.status() == 0 ? ask(kind, request, fault.spoil()) : refusal(fault);
        if (kind != Kind.CONTROL) {
            received.add(call(kind, request, reply, fault));
        }
        return reply;
    }

    private Reply ask(Kind kind, Request request, Spoil spoil) {
        try {
            var reply = switch (kind) {
                case SITE -> sites.answer(request);
                case MODEL -> model.answer(request, spoil);
                case CRM -> crm.answer(request);
                case SEQUENCE -> sequencers.answer(request);
                case SLACK -> slack.answer(request);
                case WEBHOOK -> Json.reply(200, Map.of("ok", true)).reaching(request.path());
                case CONTROL, SMTP -> control.answer(request);
            };
            return spoil == Spoil.MALFORMED_JSON && kind != Kind.MODEL ? brokenOff(reply) : reply;
        } catch (BadJson e) {
            return Json.reply(400, Map.of("status", "error", "message", e.getMessage()));
        }
    }

    private static Kind kindOf(Request request) {
        if (request.host().endsWith(".example")) {
            return Kind.SITE;
        }
        var path = request.path();
        if (path.startsWith("/v1/")) {
            return Kind.MODEL;
        } else if (path.startsWith("/crm/")) {
            return Kind.CRM;
        } else if (path.startsWith("/sequencer/") || path.startsWith("/automation/") || path.startsWith("/v2/")) {
            return Kind.SEQUENCE;
        } else if (path.startsWith("/slack/")) {
            return Kind.SLACK;
        } else if (path.startsWith("/hooks/")) {
            return Kind.WEBHOOK;
        }
        return Kind.CONTROL;
    }

    private static Reply refusal(Fault fault) {
        var body = Map.of("status", "error", "message", "Refused by a fault rule", "category", "SANDBOX_FAULT");
        var reply = Json.reply(fault.status(), body);
        return fault.retryAfterSeconds() == 0
                ? reply
                : reply.with(Map.of("Retry-After", Integer.toString(fault.retryAfterSeconds())));
    }

    private static Reply brokenOff(Reply reply) {
        return reply.saying(reply.body().getBuffer(0, reply.body().length() / 2));
    }

    private static Call call(Kind kind, Request request, Reply reply, Fault fault) {
        var body = kind == Kind.SITE ? "" : request.text();
        return new Call(
                kind,
                request.method(),
                request.path(),
                request.idempotencyKey(),
                body,
                reply.status(),
                reply.effect().happened(),
                reply.effect().recipient(),
                reply.effect().repeated(),
                fault.cut() == Cut.AFTER);
    }
}
