package io.outrider.kit.grpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.quarkus.grpc.ExceptionHandler;
import io.quarkus.grpc.ExceptionHandlerProvider;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Installs {@link StatusMapper} for every gRPC service of the process. */
@ApplicationScoped
class StatusMapperProvider implements ExceptionHandlerProvider {

    private final StatusMapper mapper;

    StatusMapperProvider(@ConfigProperty(name = "outrider.error-domain") String domain) {
        this.mapper = new StatusMapper(domain);
    }

    @Override
    public Throwable transform(Throwable failure) {
        return mapper.toStatus(failure);
    }

    @Override
    public <Q, R> ExceptionHandler<Q, R> createHandler(
            ServerCall.Listener<Q> listener, ServerCall<Q, R> call, Metadata headers) {
        return new ExceptionHandler<>(listener, call, headers) {
            @Override
            protected void handleException(Throwable failure, ServerCall<Q, R> call, Metadata headers) {
                var status = mapper.toStatus(failure);
                var trailers = status.getTrailers();
                call.close(status.getStatus(), trailers == null ? new Metadata() : trailers);
            }
        };
    }
}
