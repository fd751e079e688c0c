package io.outrider.orchestrator.connector;

/** Stands where the operator has set up no system. */
record NotConfigured(String name, String setting) implements Connector {

    @Override
    public Outcome execute(Effect effect) {
        return new Outcome.Refused("connector not configured: " + setting + " is not set");
    }
}
