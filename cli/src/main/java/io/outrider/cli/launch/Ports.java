package io.outrider.cli.launch;

import io.outrider.cli.output.CliFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports of 127.0.0.1: either a row of fixed ones, so that addresses stay the same, or any that are free. */
public final class Ports {

    private Ports() {}

    /**
     * @param base the first of the row; 0 for free ones
     * @throws CliFailure where a port of the row is taken
     */
    static List<Integer> take(int base, int count) {
        return base == 0 ? free(count) : row(base, count);
    }

    private static List<Integer> row(int base, int count) {
        var ports = new ArrayList<Integer>();
        for (var port = base; port < base + count; port++) {
            requireFree(port);
            ports.add(port);
        }
        return ports;
    }

    /** @throws CliFailure where something listens on it */
    static void requireFree(int port) {
        try (var socket = open(port)) {
            socket.getLocalPort();
        } catch (IOException e) {
            throw new CliFailure(
                    "Port " + port + " of 127.0.0.1 is taken by another program; choose others with --port-base N", e);
        }
    }

    /** All are held open until the last is found, so that no two are equal. */
    private static List<Integer> free(int count) {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (var i = 0; i < count; i++) {
                sockets.add(open(0));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new CliFailure("There is no free port on 127.0.0.1: " + e.getMessage(), e);
        } finally {
            sockets.forEach(Ports::close);
        }
    }

    private static ServerSocket open(int port) throws IOException {
        var socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
