package dev.voicebot.config;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Settings that a test chooses; all others have their defaults, so that a new setting touches no other test. */
public final class GivenSettings {
    private GivenSettings() {}

    /** The defaults but for {@code chosen}, by the names of the record's components. */
    public static TalkSettings talk(Map<String, ?> chosen) {
        return with(TalkSettings.of(defaults()), chosen);
    }

    /** The same. */
    public static HandsFreeSettings handsFree(Map<String, ?> chosen) {
        return with(HandsFreeSettings.of(defaults()), chosen);
    }

    /** {@code settings} with other values. */
    public static <R extends Record> R with(R settings, Map<String, ?> chosen) {
        Map<String, Object> left = new HashMap<>(chosen);
        Class<?>[] types = components(settings).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = components(settings)
                .map(component -> left.containsKey(component.getName())
                        ? left.remove(component.getName())
                        : valueOf(component, settings))
                .toArray();
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("no component of " + settings.getClass() + ": " + left.keySet());
        }
        return made(settings, types, values);
    }

    private static SettingValues defaults() {
        return SettingValues.read(Map.of(), SettingsReference::find);
    }

    private static Stream<RecordComponent> components(Record settings) {
        return Arrays.stream(settings.getClass().getRecordComponents());
    }

    private static Object valueOf(RecordComponent component, Record settings) {
        try {
            return component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked") // the constructor is that of R
    private static <R extends Record> R made(R settings, Class<?>[] types, Object[] values) {
        try {
            return (R) settings.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
