package io.outrider.orchestrator.connector.mail;

import io.outrider.orchestrator.connector.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;

/**
 * Sockets that are closed when their time is over, whatever they wait for: the mail library's own limits are of each read and
 * write, so that a server which answers slowly, line by line, outlasts them.
 */
final class TimedSockets extends SocketFactory {

    private final Executor atTheEnd;

    private TimedSockets(Duration time) {
        this.atTheEnd =
                CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS, Thread::startVirtualThread);
    }

    /** Empty where nobody set a deadline that is shorter than this. */
    static Optional<TimedSockets> within(Duration longest) {
        var time = Deadline.within(longest);
        return time.compareTo(longest) < 0 ? Optional.of(new TimedSockets(time)) : Optional.empty();
    }

    @Override
    public Socket createSocket() {
        var socket = new Socket();
        atTheEnd.execute(() -> close(socket));
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host, port);
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        var socket = createSocket();
        socket.connect(address);
        return socket;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
