package io.outrider.sandbox.smtp;

import io.outrider.sandbox.received.Call;
import io.outrider.sandbox.received.Kind;
import io.outrider.sandbox.received.Received;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.subethamail.smtp.server.SMTPServer;

/** Takes every mail, sends none. Each recipient of a mail is one entry; the body is the mail with its headers. */
public final class MailSink implements AutoCloseable {

    private static final Pattern MESSAGE_ID =
            Pattern.compile("^Message-ID:\\s*(\\S+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private final SMTPServer server;

    private MailSink(SMTPServer server) {
        this.server = server;
    }

    /**
     * @param port 0 for a free one
     * @throws IllegalStateException if the port is taken
     */
    public static MailSink start(String host, int port, Received received) {
        var server = SMTPServer.port(port)
                .bindAddress(address(host))
                .hostName("sandbox.example")
                .messageHandler((context, from, to, data) -> received.add(call(from, to, data)))
                .build();
        try {
            server.start();
        } catch (RuntimeException e) {
            throw new IllegalStateException("The SMTP port " + port + " cannot be opened", e);
        }
        return new MailSink(server);
    }

    public int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static Call call(String from, String to, byte[] data) {
        var mail = new String(data, StandardCharsets.UTF_8);
        var id = MESSAGE_ID.matcher(mail);
        return new Call(Kind.SMTP, "DATA", from, id.find() ? id.group(1) : "", mail, 250, true, to, false, false);
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("No such address: " + host, e);
        }
    }
}
