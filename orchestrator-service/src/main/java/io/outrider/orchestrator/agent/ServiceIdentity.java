package io.outrider.orchestrator.agent;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.outrider.kit.security.Lane;
import jakarta.enterprise.context.ApplicationScoped;

/** Signs every call to another service with this one's token, names the workspace it is for, and says where nobody waits. */
@ApplicationScoped
public class ServiceIdentity implements ClientInterceptor {

    /** Unset for a call that is for every workspace. */
    static final CallOptions.Key<String> WORKSPACE = CallOptions.Key.create("outrider-workspace");

    /** Interactive where it is unset, which callees take as said. */
    static final CallOptions.Key<Lane> LANE = CallOptions.Key.createWithDefault("outrider-lane", Lane.INTERACTIVE);

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> NAMED =
            Metadata.Key.of("x-outrider-workspace", Metadata.ASCII_STRING_MARSHALLER);

    private final ServiceToken token;

    ServiceIdentity(ServiceToken token) {
        this.token = token;
    }

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        var bearer = "Bearer " + token.value();
        var workspace = options.getOption(WORKSPACE);
        var lane = options.getOption(LANE);
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<R> listener, Metadata headers) {
                headers.put(AUTHORIZATION, bearer);
                if (workspace != null) {
                    headers.put(NAMED, workspace);
                }
                if (lane != Lane.INTERACTIVE) {
                    headers.put(Lane.HEADER, lane.word());
                }
                super.start(listener, headers);
            }
        };
    }
}
