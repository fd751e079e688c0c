package io.outrider.orchestrator.run.store;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Many rows as one statement's parameters: one array per column. */
public final class Unnest<T> {

    private final int firstParameter;
    private final List<String> names = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final List<Function<List<T>, @Nullable Object[]>> arrays = new ArrayList<>();

    /** @param firstParameter number of the statement's parameter that the first column takes, from 1 */
    public Unnest(int firstParameter) {
        this.firstParameter = firstParameter;
    }

    public Unnest<T> text(String name, Function<T, @Nullable String> value) {
        return add(name, "text", value, String[]::new);
    }

    public Unnest<T> int8(String name, ToLongFunction<T> value) {
        return add(name, "int8", value::applyAsLong, Long[]::new);
    }

    public Unnest<T> int4(String name, ToIntFunction<T> value) {
        return add(name, "int4", value::applyAsInt, Integer[]::new);
    }

    public Unnest<T> float8(String name, ToDoubleFunction<T> value) {
        return add(name, "float8", value::applyAsDouble, Double[]::new);
    }

    public Unnest<T> bool(String name, Predicate<T> value) {
        return add(name, "bool", value::test, Boolean[]::new);
    }

    public Unnest<T> time(String name, Function<T, @Nullable Instant> value) {
        return add(name, "timestamptz", row -> utc(value.apply(row)), OffsetDateTime[]::new);
    }

    public Unnest<T> bytes(String name, Function<T, byte @Nullable []> value) {
        return add(name, "bytea", row -> buffer(value.apply(row)), Buffer[]::new);
    }

    /** @return the number of the first parameter after this one's columns */
    public int next() {
        return firstParameter + names.size();
    }

    /** @return {@code alias as (select * from unnest($1::text[], ...) as alias(name, ...))} */
    public String as(String alias) {
        var parameters = new ArrayList<String>();
        for (int i = 0; i < types.size(); i++) {
            parameters.add("$" + (firstParameter + i) + "::" + types.get(i) + "[]");
        }
        return alias + " as (select * from unnest(" + String.join(", ", parameters) + ") as " + alias + "("
                + String.join(", ", names) + "))";
    }

    public void bind(List<T> rows, Tuple parameters) {
        arrays.forEach(array -> parameters.addValue(array.apply(rows)));
    }

    public static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Buffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }

    private <V> Unnest<T> add(
            String name, String type, Function<T, @Nullable V> value, IntFunction<@Nullable V[]> array) {
        names.add(name);
        types.add(type);
        arrays.add(rows -> {
            var column = array.apply(rows.size());
            for (int i = 0; i < column.length; i++) {
                column[i] = value.apply(rows.get(i));
            }
            return column;
        });
        return this;
    }
}
