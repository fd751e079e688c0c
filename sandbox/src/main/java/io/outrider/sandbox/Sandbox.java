package io.outrider.sandbox;

import io.outrider.sandbox.fault.Faults;
import io.outrider.sandbox.received.Received;
import io.outrider.sandbox.smtp.MailSink;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running outside world. One HTTP port carries all of it but mail; see README.md for what stands where. */
public final class Sandbox implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;

    private final Vertx vertx;
    private final MailSink mail;
    private final String host;
    private final int httpPort;
    private final Received received;
    private final Faults faults;
    private final World world;

    private Sandbox(
            Vertx vertx, MailSink mail, String host, int httpPort, Received received, Faults faults, World world) {
        this.vertx = vertx;
        this.mail = mail;
        this.host = host;
        this.httpPort = httpPort;
        this.received = received;
        this.faults = faults;
        this.world = world;
    }

    /**
     * Starts a sandbox and returns when it answers.
     *
     * @throws IllegalStateException if it cannot start, for example because a port is taken
     */
    public static Sandbox start(SandboxOptions options) {
        var received = new Received(Clock.systemUTC(), options.recording());
        var faults = new Faults();
        var world = new World(received, faults);
        var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(options.eventLoops()));
        try {
            var doors = new Doors(options);
            await(vertx.deployVerticle(
                    () -> new Front(doors, world), new DeploymentOptions().setInstances(options.eventLoops())));
            var mail = MailSink.start(options.host(), options.smtpPort(), received);
            return new Sandbox(vertx, mail, options.host(), doors.port(), received, faults, world);
        } catch (RuntimeException e) {
            await(vertx.close());
            throw e;
        }
    }

    public int httpPort() {
        return httpPort;
    }

    public int smtpPort() {
        return mail.port();
    }

    /** The base of all HTTP endpoints, without a slash at the end. */
    public URI uri() {
        return URI.create("http://" + host + ":" + httpPort);
    }

    /** How long the CRM's search does not find what is new, as HubSpot's does not. */
    public void searchLag(Duration lag) {
        world.crm().searchLag(lag);
    }

    /** How long sequencers' lists do not name who was enrolled. */
    public void enrolmentLag(Duration lag) {
        world.sequencers().lag(lag);
    }

    /** What a crawler needs to reach the company sites: {@code *.example=127.0.0.1:7070}. */
    public String hostOverrides() {
        return "*.example=" + host + ":" + httpPort;
    }

    public Received received() {
        return received;
    }

    public Faults faults() {
        return faults;
    }

    @Override
    public void close() {
        mail.close();
        await(vertx.close());
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the sandbox started or stopped", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The sandbox did not start or stop in time", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The sandbox cannot run: " + e.getMessage(), e);
        }
    }
}
