package dev.voicebot.doctor;

import static dev.voicebot.text.Messages.tr;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.voicebot.outcome.FaultKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All that was found. */
public record Report(List<Finding> findings) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Report {
        findings = List.copyOf(findings);
    }

    /** Why the main job cannot work: the first reason. */
    public Optional<FaultKind> fault() {
        return with(Health.FAILED).stream()
                .map(finding -> finding.fault().orElse(FaultKind.FAILED))
                .findFirst();
    }

    public List<Finding> with(Health health) {
        return findings.stream().filter(finding -> finding.health() == health).toList();
    }

    /** In a few words: {@code the main job works; look at: microphone}. */
    public String summary() {
        if (fault().isPresent()) {
            return tr("Core features do not work. Errors: %s", names(Health.FAILED));
        }
        return with(Health.WARNING).isEmpty()
                ? tr("All checks passed.")
                : tr("Core features work. Warnings: %s", names(Health.WARNING));
    }

    private String names(Health health) {
        return with(health).stream().map(finding -> tr(finding.name())).collect(Collectors.joining(tr(", ")));
    }

    /** What {@code docs/schemas/doctor.json} describes. */
    public String json(int exit) {
        ObjectNode root = JSON.createObjectNode()
                .put("works", fault().isEmpty())
                .put("exit", exit)
                .put("summary", summary());
        ArrayNode checks = root.putArray("checks");
        findings.forEach(finding -> checks.add(node(finding)));
        return root.toString();
    }

    private static ObjectNode node(Finding finding) {
        ObjectNode node = JSON.createObjectNode()
                .put("name", finding.name())
                .put("health", finding.health().word())
                .put("text", finding.diagnosis().text())
                .put("milliseconds", finding.took().toMillis());
        node.set("figures", JSON.valueToTree(finding.diagnosis().figures()));
        return node;
    }
}
