package io.outrider.orchestrator.connector.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks SMTP to one client and answers one command as the test wants; "" hangs up there, {@link #SILENCE} says nothing more, {@link #RESET} breaks the connection. */
final class ScriptedMailServer implements AutoCloseable {

    static final String SILENCE = "...";
    static final String RESET = "!";

    /** In place of a command: the first line. */
    static final String GREETING = "";

    private final ServerSocket door;
    private final String command;
    private final String answer;

    private final List<String> heard = new CopyOnWriteArrayList<>();

    /** @param command for example "RCPT", or "." for the end of the mail */
    ScriptedMailServer(String command, String answer) throws IOException {
        this(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), command, answer);
    }

    /** Closes the door in the end. */
    ScriptedMailServer(ServerSocket door, String command, String answer) {
        this.door = door;
        this.command = command;
        this.answer = answer;
        Thread.ofVirtual().start(this::serve);
    }

    /** The commands so far. */
    List<String> heard() {
        return heard;
    }

    int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void serve() {
        try (var client = door.accept()) {
            talk(client);
        } catch (IOException e) {
            // The client has gone, or the test has ended.
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client, command.equals(GREETING) ? answer : "220 mail.example");
        var inMail = false;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (inMail && !line.equals(".")) {
                continue;
            }
            var verb = inMail ? "." : line.split("[ :]")[0];
            heard.add(verb);
            inMail = verb.equals("DATA");
            var reply = verb.equals(command) ? answer : usual(verb);
            if (reply.isEmpty()) {
                return;
            }
            if (reply.equals(RESET)) {
                client.setSoLinger(true, 0);
                return;
            }
            if (reply.equals(SILENCE)) {
                continue;
            }
            say(client, reply);
            inMail = inMail && reply.startsWith("354");
        }
    }

    private static String usual(String verb) {
        return switch (verb) {
            case "EHLO" -> "250-mail.example\r\n250 AUTH PLAIN";
            case "AUTH" -> "235 welcome";
            case "DATA" -> "354 go on";
            default -> "250 ok";
        };
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }
}
