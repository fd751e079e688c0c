@NullMarked
package io.outrider.kit.grpc;

import org.jspecify.annotations.NullMarked;
