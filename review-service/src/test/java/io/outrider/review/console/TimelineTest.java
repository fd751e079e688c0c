package io.outrider.review.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.outrider.review.audit.Entry;
import io.outrider.review.queue.ReadOpenings.Opened;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    @Test
    void keepsTheChainsOrderWhereClocksDiffer() {
        var entries = List.of(
                entry(0, "PROPOSED", "{}"),
                entry(60, "DECIDED", "{\"type\":\"ACCEPT\",\"release_time\":\"x\"}"),
                entry(59, "RELEASED", "{\"type\":\"ACCEPT\",\"grant\":\"grt_1\"}"),
                entry(61, "OUTCOME", "{\"outcome\":\"EXECUTED\"}"));
        var events = Timeline.of(List.of(), entries, List.of(new Opened("itm", 2, "rhea", NOON.plusSeconds(30))));
        assertThat(events)
                .extracting(RunView.Event::what)
                .containsExactly("proposed", "opened", "accept, held", "in effect", "executed");
        assertThat(events).extracting(RunView.Event::gap).containsExactly("", "+30 s", "+30 s", "+0.0 s", "+1.0 s");
        assertThat(events.get(3).note()).isEqualTo("grant grt_1");
    }

    @Test
    void saysWhyAHeldDecisionWasNotReleased() {
        var events = Timeline.of(List.of(), List.of(entry(0, "RELEASED", "{\"refused\":\"KILL_SWITCH\"}")), List.of());
        assertThat(events.getFirst().what()).isEqualTo("not released");
        assertThat(events.getFirst().note()).isEqualTo("KILL_SWITCH");
    }

    @Test
    void showsAnEntryWhoseDetailIsNoJson() {
        assertThat(Timeline.of(List.of(), List.of(entry(0, "NEWER_KIND", "?")), List.of()))
                .extracting(RunView.Event::what)
                .containsExactly("newer kind");
    }

    @Test
    void tellsGapsInWords() {
        assertThat(Timeline.since(Duration.ofMillis(400))).isEqualTo("0.4 s");
        assertThat(Timeline.since(Duration.ofSeconds(12))).isEqualTo("12 s");
        assertThat(Timeline.since(Duration.ofHours(3))).isEqualTo("3 h");
    }

    private static Entry entry(int second, String kind, String detail) {
        return new Entry(NOON.plusSeconds(second), kind, "rhea", "itm", detail);
    }
}
