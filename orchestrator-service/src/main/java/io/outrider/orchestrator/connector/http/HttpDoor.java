package io.outrider.orchestrator.connector.http;

/** The way out. Blocks; never throws for what the network or the provider does. */
public interface HttpDoor {

    Answer send(Call call);
}
