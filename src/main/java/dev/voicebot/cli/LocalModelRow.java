package dev.voicebot.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.voicebot.localmodels.CatalogModel;
import dev.voicebot.localmodels.LocalModel;
import dev.voicebot.localmodels.ModelStore;
import dev.voicebot.localmodels.Sizes;
import dev.voicebot.wiring.LocalModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A model that is here or can be pulled, as a row or as JSON. */
record LocalModelRow(String name, State state, Optional<CatalogModel> published, ModelStore store) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether a model can be used. */
    enum State {
        HERE,
        ABSENT,
        DAMAGED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The catalog's, then those that only this machine has. */
    static List<LocalModelRow> all(LocalModels models) {
        ModelStore store = models.store();
        List<String> names = new ArrayList<>(models.catalog().names());
        store.names().stream().filter(name -> !names.contains(name)).forEach(names::add);
        return names.stream().map(name -> of(name, models)).toList();
    }

    static LocalModelRow of(String name, LocalModels models) {
        ModelStore store = models.store();
        State state =
                store.find(name).isPresent() ? State.HERE : store.names().contains(name) ? State.DAMAGED : State.ABSENT;
        return new LocalModelRow(name, state, models.catalog().find(name), store);
    }

    String text() {
        return String.format(
                        Locale.ROOT,
                        "%-20s %-8s %7s  %-12s %-20s %s",
                        name,
                        state == State.ABSENT ? "" : state.word(),
                        published.map(model -> Sizes.words(model.size())).orElse(""),
                        published.map(CatalogModel::part).orElse(""),
                        String.join(", ", languages()),
                        published
                                .map(model -> model.about() + " (" + model.license() + ")")
                                .orElse("your own"))
                .stripTrailing();
    }

    private List<String> languages() {
        return published
                .map(CatalogModel::languages)
                .or(() -> store.find(name).map(LocalModel::languages))
                .orElse(List.of());
    }

    String json() {
        ObjectNode node = JSON.createObjectNode().put("name", name).put("state", state.word());
        published.ifPresent(model -> node.put("part", model.part())
                .put("about", model.about())
                .put("license", model.license())
                .put("license_address", model.licenseAddress())
                .put("size", model.size()));
        ArrayNode codes = node.putArray("languages");
        languages().forEach(codes::add);
        if (state == State.HERE) {
            node.put("path", store.folder(name).toString());
        }
        return node.toString();
    }
}
