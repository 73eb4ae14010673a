package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.localmodels.CatalogModel;
import dev.voicebot.localmodels.Licenses;
import dev.voicebot.localmodels.Sizes;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import java.util.List;
import java.util.stream.Collectors;

/** Shows what is to be downloaded and under which license, and asks once. */
final class LicenseAgreement {
    private final CommandContext context;
    private final Licenses licenses;

    LicenseAgreement(CommandContext context, Licenses licenses) {
        this.context = context;
        this.licenses = licenses;
    }

    /**
     * Whether the user wants these models, and agrees.
     *
     * @param yes whether that was said on the command line
     * @throws AssistantException USAGE where it was not and nobody can be asked
     */
    boolean to(List<CatalogModel> models, boolean yes) {
        List<CatalogModel> open =
                models.stream().filter(model -> !licenses.isAgreed(model)).toList();
        if (open.isEmpty()) {
            return true;
        }
        String terms = open.stream().map(LicenseAgreement::terms).collect(Collectors.joining("; "));
        if (!yes && !context.asksAtTerminal()) {
            throw new AssistantException(
                    FaultKind.USAGE, tr("Pulling needs your agreement to the license. %s. Add --yes to agree.", terms));
        }
        context.tell(terms + ".");
        boolean isAgreed = yes
                || context.agrees(tr(
                        "Download %s now?",
                        Sizes.words(
                                models.stream().mapToLong(CatalogModel::size).sum())));
        if (isAgreed) {
            open.forEach(licenses::agree);
        }
        return isAgreed;
    }

    private static String terms(CatalogModel model) {
        String where = model.licenseAddress().isEmpty() ? "" : " (" + model.licenseAddress() + ")";
        String license = model.license().isEmpty() ? tr("no license named") : tr("license %s", model.license());
        return tr("%s, %s, %s", model.name(), Sizes.words(model.size()), license + where);
    }
}
