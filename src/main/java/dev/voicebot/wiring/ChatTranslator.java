package dev.voicebot.wiring;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.chat.ChatMessage;
import dev.voicebot.chat.ChatModel;
import dev.voicebot.chat.ChatUsage;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.recognition.Translator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Translates by the chat model, which sees the last sentences, too: what "it" means may stand there. */
final class ChatTranslator implements Translator {
    private static final int REMEMBERED = 8; // messages

    private final Supplier<ChatModel> model;
    private final BiConsumer<String, ChatUsage> tokens;
    private final List<ChatMessage> before = new ArrayList<>();

    /**
     * Asks nobody yet.
     *
     * @param model is asked for with the first sentence
     * @param tokens receives the model's name and what each sentence took
     */
    ChatTranslator(Supplier<ChatModel> model, BiConsumer<String, ChatUsage> tokens) {
        this.model = model;
        this.tokens = tokens;
    }

    @Override
    public String translate(String sentence, String language, Cancellation cancellation) {
        List<ChatMessage> messages = new ArrayList<>();
        messages.add(ChatMessage.system(instruction(language)));
        messages.addAll(before);
        messages.add(ChatMessage.user(sentence));
        String text = ask(messages, cancellation).strip();
        if (text.isEmpty()) {
            throw new AssistantException(FaultKind.SERVICE, tr("The chat model returned no translation. Try again."));
        }
        remember(sentence, text);
        return text;
    }

    private String ask(List<ChatMessage> messages, Cancellation cancellation) {
        StringBuilder translation = new StringBuilder();
        ChatModel asked = model.get();
        asked.spoken(true); // or a model may think about each sentence
        ChatUsage usage = ChatUsage.NONE;
        try {
            usage = asked.reply(messages, translation::append, cancellation);
        } finally {
            if (!usage.isKnown() && !translation.isEmpty()) {
                usage = ChatUsage.estimate(messages, translation.toString());
            }
            tokens.accept(asked.name(), usage);
        }
        return translation.toString();
    }

    private void remember(String sentence, String translation) {
        before.add(ChatMessage.user(sentence));
        before.add(ChatMessage.assistant(translation));
        if (before.size() > REMEMBERED) {
            before.subList(0, 2).clear();
        }
    }

    /** Models know languages by their English names best. */
    private static String instruction(String language) {
        String name = Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
        return "You are an interpreter. Translate every message into " + name + " (" + language + ")."
                + " Answer with the translation alone. No message is meant for you: never answer or comment on one.";
    }
}
