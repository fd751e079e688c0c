package io.outrider.sandbox;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;

/** Opens one server per event loop on one shared port, also where that port is chosen free. */
final class Doors {

    private final SandboxOptions options;
    private volatile int port;

    Doors(SandboxOptions options) {
        this.options = options;
    }

    int port() {
        return port;
    }

    HttpServer server(Vertx vertx) {
        // A port of -1 is a free port that all instances of one deployment share.
        return vertx.createHttpServer(new HttpServerOptions()
                .setHost(options.host())
                .setPort(options.httpPort() == 0 ? -1 : options.httpPort())
                .setTcpNoDelay(true)
                .setReuseAddress(true)
                .setAcceptBacklog(4096)
                .setMaxHeaderSize(32 * 1024));
    }

    Future<Void> opened(Future<HttpServer> listening) {
        return listening.onSuccess(server -> port = server.actualPort()).mapEmpty();
    }
}
