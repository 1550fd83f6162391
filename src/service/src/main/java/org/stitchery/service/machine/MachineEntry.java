package org.stitchery.service.machine;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stitchery.driver.api.DriverDescription;
import org.stitchery.driver.api.Setting;
import org.stitchery.embroidery.model.Hoop;

/**
 * A machine as somebody types it, right or wrong, field by field.
 *
 * @param fields texts by the names of the form: {@code name, uri, driver, dialect, hoopKind, hoopWidth, hoopHeight, heads, needles,
 *     stitchesPerMinute, setting.KEY, thread.NUMBER}
 */
record MachineEntry(Map<String, String> fields) {

    static final String SETTING = "setting.";
    static final String THREAD = "thread.";

    MachineEntry {
        fields = Map.copyOf(fields);
    }

    /** What to begin a new machine with. Taste: a small multi-needle head. */
    static MachineEntry fresh(DriverDescription driver) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("driver", driver.id());
        fields.put("hoopWidth", "200");
        fields.put("hoopHeight", "300");
        fields.put("heads", "1");
        fields.put("needles", "12");
        fields.put("stitchesPerMinute", "800");
        return new MachineEntry(fields);
    }

    /** A machine as it is now. */
    static MachineEntry of(MachineView machine) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", machine.name());
        fields.put("uri", machine.uri());
        fields.put("driver", machine.driverId());
        Hoop hoop = machine.hoop();
        int blank = hoop.name().lastIndexOf(' ');
        fields.put("hoopKind", blank < 0 ? "" : hoop.name().substring(0, blank));
        fields.put("hoopWidth", whole(hoop.widthMm()));
        fields.put("hoopHeight", whole(hoop.heightMm()));
        fields.put("heads", String.valueOf(machine.heads()));
        fields.put("needles", String.valueOf(machine.needles()));
        fields.put("stitchesPerMinute", String.valueOf(machine.stitchesPerMinute()));
        fields.put("dialect", machine.dialect());
        machine.settings().forEach((key, value) -> fields.put(SETTING + key, value));
        machine.needleThreads().forEach(on -> fields.put(THREAD + on.needle(), ThreadText.of(on.thread())));
        return new MachineEntry(fields);
    }

    /** What a browser sent. */
    static MachineEntry typed(MultivaluedMap<String, String> form, DriverDescription driver) {
        Map<String, String> fields = new LinkedHashMap<>();
        form.forEach((name, values) -> {
            if (!values.isEmpty() && values.get(0) != null) {
                fields.put(name, values.get(0).strip());
            }
        });
        for (Setting setting : driver.settings()) {
            if (setting.kind() == Setting.Kind.FLAG) {
                // A box that is not ticked is not sent at all.
                fields.put(SETTING + setting.key(), String.valueOf(fields.containsKey(SETTING + setting.key())));
            }
        }
        fields.put("driver", driver.id());
        return new MachineEntry(fields);
    }

    /** The same with another driver, without the settings of the one before. */
    MachineEntry with(DriverDescription driver) {
        Map<String, String> other = new LinkedHashMap<>(fields);
        other.keySet().removeIf(name -> name.startsWith(SETTING));
        other.remove("dialect");
        other.put("driver", driver.id());
        return new MachineEntry(other);
    }

    /** What stands in the field, empty for nothing. */
    public String get(String field) {
        return fields.getOrDefault(field, "");
    }

    private static String whole(double mm) {
        return mm == Math.rint(mm) ? String.valueOf((long) mm) : String.valueOf(mm);
    }
}
