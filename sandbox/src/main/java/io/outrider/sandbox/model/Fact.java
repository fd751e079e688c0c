package io.outrider.sandbox.model;

/** A fact as a prompt fences it: {@code predicate: value | quote}. */
record Fact(String id, String predicate, String value, String quote) {

    static Fact of(Fence fence) {
        var text = fence.text();
        var colon = text.indexOf(':');
        var predicate = colon < 0 ? "" : text.substring(0, colon).strip();
        var rest = colon < 0 ? text : text.substring(colon + 1);
        var bar = rest.indexOf('|');
        var value = bar < 0 ? rest : rest.substring(0, bar);
        var quote = bar < 0 ? "" : rest.substring(bar + 1);
        return new Fact(fence.id(), predicate, value.strip(), quote.strip());
    }

    boolean is(String wanted) {
        return predicate.equals(wanted);
    }

    boolean isOrder() {
        return Orders.isOrder(value) || Orders.isOrder(quote);
    }
}
