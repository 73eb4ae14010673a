package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.wiring.RecognizerOffer;

/** Offers at a terminal to download the recognizer that a command needs and that is not here. */
final class MissingRecognizer {
    private final CommandContext context;

    MissingRecognizer(CommandContext context) {
        this.context = context;
    }

    /** Blocks while it is downloaded; without a terminal, or when the user says no, nothing happens. */
    void offer() {
        if (context.asksAtTerminal()) {
            context.assembly().recognizerOffer().filter(this::isWanted).ifPresent(this::fetch);
        }
    }

    private boolean isWanted(RecognizerOffer offer) {
        offer.description().forEach(context::tell);
        return context.agrees(offer.needsAgreement() ? tr("Agree and download it now?") : tr("Download it now?"));
    }

    private void fetch(RecognizerOffer offer) {
        try {
            offer.fetch(new PullProgress(context, offer.size()), context.cancellation());
        } finally {
            context.liveLine().clear();
        }
    }
}
