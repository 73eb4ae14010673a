package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.localmodels.CatalogModel;
import dev.voicebot.localmodels.Licenses;
import dev.voicebot.localmodels.ModelPuller;
import dev.voicebot.localmodels.PullListener;
import dev.voicebot.localmodels.Sizes;
import dev.voicebot.outcome.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A recognizer of the catalog's.
 *
 * @param model the recognizer itself
 * @param missing what is to be downloaded: it, and what it needs
 * @param whenHere runs once all of it is here
 */
record CatalogRecognizer(LocalModels models, CatalogModel model, List<CatalogModel> missing, Runnable whenHere)
        implements RecognizerOffer {
    CatalogRecognizer {
        missing = List.copyOf(missing);
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public long size() {
        return missing.stream().mapToLong(CatalogModel::size).sum();
    }

    @Override
    public boolean isHere() {
        return missing.stream().allMatch(one -> models.store().find(one.name()).isPresent());
    }

    @Override
    public List<String> description() {
        List<String> rows = new ArrayList<>();
        rows.add(tr(
                "No recognizer yet. %s is %s once, for %s. Your voice stays on this computer.",
                name(), Sizes.words(size()), languages()));
        String licenses = unagreed().stream().map(CatalogRecognizer::license).collect(Collectors.joining(", "));
        if (!licenses.isEmpty()) {
            rows.add(tr("License: %s", licenses));
        }
        return rows;
    }

    private String languages() {
        return model.languages().isEmpty()
                ? tr("many languages")
                : model.languages().stream().map(SpokenLanguage::inItself).collect(Collectors.joining(", "));
    }

    private static String license(CatalogModel model) {
        return model.name() + " " + model.license()
                + (model.licenseAddress().isEmpty() ? "" : " (" + model.licenseAddress() + ")");
    }

    @Override
    public boolean needsAgreement() {
        return !unagreed().isEmpty();
    }

    private List<CatalogModel> unagreed() {
        Licenses licenses = licenses();
        return missing.stream().filter(one -> !licenses.isAgreed(one)).toList();
    }

    private Licenses licenses() {
        return new Licenses(models.store());
    }

    @Override
    public void fetch(PullListener listener, Cancellation cancellation) {
        unagreed().forEach(licenses()::agree);
        ModelPuller puller = models.puller(Optional.empty(), listener);
        for (CatalogModel one : missing) {
            puller.pull(one, cancellation);
            listener.progress(one, one.size(), one.size()); // the next one may keep it waiting
        }
        whenHere.run();
    }
}
