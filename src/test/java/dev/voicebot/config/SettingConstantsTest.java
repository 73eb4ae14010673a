package dev.voicebot.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A setting is its constant and a component of the record beside it; nothing else lists it. */
class SettingConstantsTest {
    /** What a record has that no setting sets: it follows from others. */
    private static final Set<String> DERIVED = Set.of("DashScopeSettings.REGIONS");

    /** A constant without a component: the other way to set the one it is named after. */
    private static final String OTHER_WAY = "_COMMAND";

    @Test
    void everySettingIsOneConstantAndOneComponent() {
        tables().forEach(table -> assertThat(
                        constants(table).map(SettingConstantsTest::name).filter(name -> !name.endsWith(OTHER_WAY)))
                .as(table.getSimpleName())
                .containsExactlyInAnyOrderElementsOf(components(table)
                        .map(RecordComponent::getName)
                        .map(SettingConstantsTest::constantName)
                        .filter(name -> !DERIVED.contains(table.getSimpleName() + "." + name))
                        .toList()));
    }

    @Test
    void aConstantIsNamedAsItsKey() {
        tables().flatMap(SettingConstantsTest::fields)
                .forEach(field -> assertThat(field.getName()).isEqualTo(name(value(field))));
    }

    @Test
    void theReferenceHasEveryConstant() {
        List<Object> all = tables().flatMap(SettingConstantsTest::constants).toList();

        assertThat(all).hasSizeGreaterThan(90).doesNotHaveDuplicates();
        assertThat(Stream.concat(SettingsReference.entries().stream(), SettingsReference.openTables().stream())
                        .map(Object.class::cast))
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(SettingsReference.keys()).doesNotHaveDuplicates();
    }

    @Test
    void everyDefaultIsAValueOfItsKind() {
        SettingsReference.entries()
                .forEach(setting -> assertThat(setting.complaint(setting.fallback()))
                        .as(setting.key())
                        .isEmpty());
    }

    /** The records of the tables, and the one that holds them all. */
    private static Stream<Class<?>> tables() {
        return Stream.concat(
                Stream.of(Settings.class),
                Arrays.stream(Settings.class.getRecordComponents())
                        .map(RecordComponent::getType)
                        .filter(Class::isRecord));
    }

    /** With those of a record in a table, which is none itself. */
    private static Stream<RecordComponent> components(Class<?> table) {
        return Arrays.stream(table.getRecordComponents())
                .filter(component ->
                        table != Settings.class || !component.getType().isRecord())
                .flatMap(component ->
                        component.getType().isRecord() ? components(component.getType()) : Stream.of(component));
    }

    private static Stream<Object> constants(Class<?> table) {
        return fields(table).map(SettingConstantsTest::value);
    }

    private static Stream<Field> fields(Class<?> table) {
        return Arrays.stream(table.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .filter(field -> field.getType() == Setting.class || field.getType() == OpenTable.class);
    }

    private static Object value(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static String name(Object constant) {
        String key = constant instanceof Setting<?> setting ? setting.key() : ((OpenTable<?>) constant).name();
        return key.substring(key.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    }

    private static String constantName(String component) {
        return component.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }
}
