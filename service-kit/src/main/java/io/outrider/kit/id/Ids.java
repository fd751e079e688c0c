package io.outrider.kit.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;

/** Ids such as {@code run_0198f3c2a4d07c1e9b2d4f6a8c0e1f23}: a prefix, then a UUID version 7 (RFC 9562) in hex. They sort by time. */
public final class Ids {

    private static final TimeBasedEpochGenerator UUIDS = Generators.timeBasedEpochGenerator();

    private Ids() {}

    public static String next(String prefix) {
        return prefix + "_" + UUIDS.generate().toString().replace("-", "");
    }
}
