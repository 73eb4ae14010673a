package dev.voicebot.engine.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.openai.client.OpenAIClient;
import com.openai.core.http.HttpResponse;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.models.ModelListParams;
import dev.voicebot.language.WrittenLanguage;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.synthesis.KnownVoice;
import dev.voicebot.synthesis.KnownVoice.Sex;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The voices of one server. Those of Kokoro say in their names who they are: {@code zf_xiaobei} is Chinese and female. */
final class ServerVoices {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BYTES = 1 << 20; // of a list

    /** What servers take that have no list. */
    private static final String USUAL = "alloy";

    private static final String KOKORO = "[a-z][fm]_\\w+";
    private static final String BEST = "af_heart";
    private static final Map<Character, WrittenLanguage> LANGUAGES = Map.of(
            'a', WrittenLanguage.ENGLISH,
            'b', WrittenLanguage.ENGLISH,
            'e', WrittenLanguage.SPANISH,
            'f', WrittenLanguage.FRENCH,
            'i', WrittenLanguage.ITALIAN,
            'j', WrittenLanguage.JAPANESE,
            'p', WrittenLanguage.PORTUGUESE,
            'z', WrittenLanguage.CHINESE);

    private final SpeechClient client;
    private volatile @Nullable List<String> listed; // null before the server was asked

    ServerVoices(SpeechClient client) {
        this.client = client;
    }

    /** All of which something is known. Blocks for a round trip the first time. */
    List<KnownVoice> known(Cancellation cancellation) {
        return listed(cancellation).stream()
                .filter(name -> name.matches(KOKORO))
                .map(ServerVoices::known)
                .toList();
    }

    private static KnownVoice known(String name) {
        String language = Optional.ofNullable(LANGUAGES.get(name.charAt(0)))
                .map(known -> known.name().charAt(0) + known.name().substring(1).toLowerCase(Locale.ROOT))
                .orElse("");
        return new KnownVoice(name, language, name.charAt(1) == 'm' ? Sex.MALE : Sex.FEMALE, "");
    }

    /** The voice for {@code text} where the user chose none. Blocks for a round trip the first time. */
    String by(String text, Cancellation cancellation) {
        List<String> all = listed(cancellation);
        WrittenLanguage language = WrittenLanguage.of(text).orElse(WrittenLanguage.ENGLISH);
        Stream<String> fitting =
                all.stream().filter(name -> name.matches(KOKORO) && LANGUAGES.get(name.charAt(0)) == language);
        return Stream.of(
                        all.stream().filter(name -> language == WrittenLanguage.ENGLISH && name.equals(BEST)),
                        fitting,
                        all.stream())
                .flatMap(names -> names)
                .findFirst()
                .orElse(USUAL);
    }

    private List<String> listed(Cancellation cancellation) {
        List<String> known = listed;
        if (known == null) {
            known = client.ask((server, model) -> list(server), cancellation);
            listed = known;
        }
        return known;
    }

    private static List<String> list(OpenAIClient server) throws IOException {
        ModelListParams request = ModelListParams.builder()
                .putAdditionalHeader(OtherPath.MARK, OtherPath.VOICES)
                .build();
        try (HttpResponse response = server.models().withRawResponse().list(request)) {
            JsonNode voices =
                    JSON.readTree(response.body().readNBytes(MOST_BYTES)).path("voices");
            return StreamSupport.stream(voices.spliterator(), false)
                    .map(ServerVoices::name)
                    .filter(name -> !name.isEmpty())
                    .toList();
        } catch (OpenAIServiceException e) {
            return List.of(); // many servers have no list
        }
    }

    /** Listed by name, or as an object. */
    private static String name(JsonNode voice) {
        return voice.isTextual()
                ? voice.asText()
                : voice.path("id").asText(voice.path("name").asText(""));
    }
}
