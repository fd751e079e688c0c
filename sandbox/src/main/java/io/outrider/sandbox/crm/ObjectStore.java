package io.outrider.sandbox.crm;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** All records of one type, found by id and by key in constant time. */
final class ObjectStore {

    private final ObjectType type;
    private final AtomicLong ids;
    private final InstantSource clock;
    private final Map<String, CrmObject> byId = new LinkedHashMap<>();
    private final Map<String, String> idByKey = new HashMap<>();

    ObjectStore(ObjectType type, AtomicLong ids, InstantSource clock) {
        this.type = type;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @throws CrmError if a property is unknown or missing, or the record exists and may not exist twice
     */
    synchronized CrmObject create(Map<String, String> properties) {
        check(properties);
        for (var name : type.required()) {
            if (properties.getOrDefault(name, "").isBlank()) {
                throw CrmError.invalid("Required property \"" + name + "\" is missing");
            }
        }
        var key = keyOf(properties);
        if (type.isUnique() && !key.isEmpty() && idByKey.containsKey(key)) {
            throw CrmError.exists(String.valueOf(idByKey.get(key)));
        }
        var now = clock.instant();
        var created = new CrmObject(Long.toString(ids.incrementAndGet()), properties, now, now);
        keep(created);
        return created;
    }

    /**
     * @throws CrmError if there is no such record or a property is unknown
     */
    synchronized CrmObject update(String id, String idProperty, Map<String, String> properties) {
        check(properties);
        var updated = get(id, idProperty).with(properties, clock.instant());
        keep(updated);
        return updated;
    }

    /** Whether the record is new stands in the pair's value. */
    synchronized Map.Entry<CrmObject, Boolean> upsert(String id, String idProperty, Map<String, String> properties) {
        if (find(id, idProperty).isPresent()) {
            return Map.entry(update(id, idProperty, properties), false);
        }
        var all = new HashMap<>(properties);
        all.put(idProperty, id);
        return Map.entry(create(all), true);
    }

    /**
     * @throws CrmError if there is no such record
     */
    CrmObject get(String id, String idProperty) {
        return find(id, idProperty).orElseThrow(() -> CrmError.notFound(id));
    }

    synchronized Optional<CrmObject> find(String id, String idProperty) {
        if (idProperty.isEmpty() || idProperty.equals("hs_object_id")) {
            return Optional.ofNullable(byId.get(id));
        } else if (idProperty.equals(type.key())) {
            return Optional.ofNullable(idByKey.get(id.toLowerCase(Locale.ROOT))).map(byId::get);
        }
        throw CrmError.invalid("Property " + idProperty + " is not a unique identifier property");
    }

    synchronized List<CrmObject> search(Predicate<CrmObject> wanted, int most) {
        return byId.values().stream().filter(wanted).limit(most).toList();
    }

    private void keep(CrmObject object) {
        byId.put(object.id(), object);
        var key = keyOf(object.properties());
        if (!key.isEmpty()) {
            idByKey.putIfAbsent(key, object.id());
        }
    }

    private String keyOf(Map<String, String> properties) {
        return properties.getOrDefault(type.key(), "").toLowerCase(Locale.ROOT);
    }

    private void check(Map<String, String> properties) {
        for (var name : properties.keySet()) {
            if (!type.knows(name)) {
                throw CrmError.unknownProperty(name);
            }
        }
    }
}
