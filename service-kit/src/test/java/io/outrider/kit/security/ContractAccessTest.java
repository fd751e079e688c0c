package io.outrider.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.ExtensionRegistry;
import io.outrider.type.v1.AccessProto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ContractAccessTest {

    @Test
    void everyMethodOfEveryContractNamesWhoMayCallIt() {
        var open = new ArrayList<String>();
        var methods = 0;
        for (var file : contracts().getFileList()) {
            for (var service : file.getServiceList()) {
                for (var method : service.getMethodList()) {
                    methods++;
                    if (method.getOptions().getExtensionCount(AccessProto.allow) == 0) {
                        open.add(file.getPackage() + "." + service.getName() + "/" + method.getName());
                    }
                }
            }
        }

        assertThat(methods).isGreaterThanOrEqualTo(37);
        assertThat(open).isEmpty();
    }

    private static FileDescriptorSet contracts() {
        var registry = ExtensionRegistry.newInstance();
        AccessProto.registerAllExtensions(registry);
        try (var in = ContractAccessTest.class.getResourceAsStream("/outrider.binpb")) {
            return FileDescriptorSet.parseFrom(in, registry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
