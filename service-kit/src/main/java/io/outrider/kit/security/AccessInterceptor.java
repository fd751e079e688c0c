package io.outrider.kit.security;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCall.Listener;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import io.outrider.kit.error.Failure;
import io.outrider.kit.error.PermissionDenied;
import io.outrider.kit.error.Unauthenticated;
import io.outrider.kit.security.AccessRules.Access;
import io.quarkus.grpc.ExceptionHandlerProvider;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Lets a call through only with a valid token that holds a role the contract names. What is not allowed is denied. */
@GlobalInterceptor
@ApplicationScoped
class AccessInterceptor implements ServerInterceptor {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> WORKSPACE =
            Metadata.Key.of("x-outrider-workspace", Metadata.ASCII_STRING_MARSHALLER);
    private static final String BEARER = "Bearer ";

    private final TokenVerifier tokens;
    private final ExceptionHandlerProvider failures;
    private final Map<String, Access> rules = new ConcurrentHashMap<>();

    AccessInterceptor(TokenVerifier tokens, ExceptionHandlerProvider failures) {
        this.tokens = tokens;
        this.failures = failures;
    }

    @Override
    public <Q, R> Listener<Q> interceptCall(ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        try {
            return admit(call, headers, next);
        } catch (Failure refusal) {
            return close(call, refusal);
        }
    }

    private <Q, R> Listener<Q> admit(ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        var method = call.getMethodDescriptor();
        return switch (rules.computeIfAbsent(method.getFullMethodName(), ignored -> AccessRules.of(method))) {
            case Access.Open ignored -> next.startCall(call, headers);
            case Access.AnyCaller ignored -> callAs(callerOf(headers), call, headers, next);
            case Access.Roles roles -> callAs(permitted(callerOf(headers), roles), call, headers, next);
        };
    }

    private static <Q, R> Listener<Q> callAs(
            Caller caller, ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        var lane = Lane.of(headers.get(Lane.HEADER));
        var context = Context.current().withValues(Caller.KEY, caller, Lane.KEY, lane);
        return Contexts.interceptCall(context, call, headers, next);
    }

    private <Q, R> Listener<Q> close(ServerCall<Q, R> call, Failure refusal) {
        var status = (StatusRuntimeException) failures.transform(refusal);
        var trailers = status.getTrailers();
        call.close(status.getStatus(), trailers == null ? new Metadata() : trailers);
        return new Listener<>() {};
    }

    private Caller callerOf(Metadata headers) {
        var authorization = headers.get(AUTHORIZATION);
        if (authorization == null || !authorization.startsWith(BEARER)) {
            throw new Unauthenticated("A bearer token is required");
        }
        var workspace = headers.get(WORKSPACE);
        return tokens.verify(authorization.substring(BEARER.length())).actingFor(workspace == null ? "" : workspace);
    }

    private static Caller permitted(Caller caller, Access.Roles roles) {
        if (!caller.hasAny(roles.allowed())) {
            throw new PermissionDenied("The token holds no role that may call this method");
        }
        return caller;
    }
}
