package io.outrider.kit.security;

import com.google.protobuf.Descriptors.MethodDescriptor;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.outrider.type.v1.AccessProto;
import io.outrider.type.v1.Role;
import java.util.List;
import java.util.Set;

/** Reads who may call a method from the contract itself: the option {@code outrider.type.v1.allow}. */
final class AccessRules {

    /** Probes carry no token. */
    private static final Set<String> OPEN = Set.of("grpc.health.v1.Health");

    /** The contracts are no secret, but only callers we know may read them here. */
    private static final Set<String> ANY_CALLER =
            Set.of("grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection");

    private AccessRules() {}

    static Access of(io.grpc.MethodDescriptor<?, ?> method) {
        var service = String.valueOf(method.getServiceName());
        if (OPEN.contains(service)) {
            return new Access.Open();
        }
        if (ANY_CALLER.contains(service)) {
            return new Access.AnyCaller();
        }
        return method.getSchemaDescriptor() instanceof ProtoMethodDescriptorSupplier proto
                ? new Access.Roles(rolesOf(proto.getMethodDescriptor()))
                : new Access.Roles(List.of());
    }

    /** Empty where the contract names none: nobody may call it then. */
    static List<Role> rolesOf(MethodDescriptor method) {
        return method.getOptions().getExtension(AccessProto.allow);
    }

    sealed interface Access {
        record Open() implements Access {}

        record AnyCaller() implements Access {}

        record Roles(List<Role> allowed) implements Access {}
    }
}
