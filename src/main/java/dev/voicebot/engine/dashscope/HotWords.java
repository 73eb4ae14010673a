package dev.voicebot.engine.dashscope;

import static dev.voicebot.text.Messages.tr;

import com.alibaba.dashscope.audio.asr.vocabulary.Vocabulary;
import com.alibaba.dashscope.audio.asr.vocabulary.VocabularyOperationType;
import com.alibaba.dashscope.audio.asr.vocabulary.VocabularyParam;
import com.alibaba.dashscope.common.DashScopeResult;
import com.alibaba.dashscope.exception.ApiException;
import com.alibaba.dashscope.exception.NoApiKeyException;
import com.alibaba.dashscope.protocol.ApiServiceOption;
import com.alibaba.dashscope.protocol.HalfDuplexRequest;
import com.alibaba.dashscope.protocol.HttpMethod;
import com.alibaba.dashscope.protocol.Protocol;
import com.alibaba.dashscope.protocol.ServiceOption;
import com.alibaba.dashscope.protocol.okhttp.OkHttpClientFactory;
import com.alibaba.dashscope.protocol.okhttp.OkHttpHttpClient;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.voicebot.models.ModelChoice;
import dev.voicebot.network.OkHttp;
import dev.voicebot.outcome.AssistantException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import okhttp3.OkHttpClient;

/**
 * Lists of words that the recogniser is told to expect. The service keeps them, ten an account at most, so a list is
 * made there once, used again while it does not change, and changed in place when it does.
 */
public final class HotWords {
    private static final String CUSTOMIZATION = "speech-biasing"; // the service's model for such lists
    private static final String PREFIX = "voicebot";
    /** Of 1 to 5, as the service advises: help/en/model-studio/custom-hot-words-user-guide. */
    private static final int WEIGHT = 4;

    private final DashScopeConnection connection;
    private final String model;
    private final Faults faults;
    private final KnownVocabularies known;
    private final ServiceOption service;

    /**
     * Asks nobody yet.
     *
     * @param httpUrl {@code https://…/api/v1}
     * @param model the recogniser that will use the lists
     * @param cacheFolder where the ids of lists are kept
     */
    public HotWords(DashScopeConnection connection, URI httpUrl, String model, Path cacheFolder) {
        this.connection = connection;
        this.model = model;
        this.faults = new Faults(
                connection,
                tr("the list of hot words"),
                ModelChoice.fixed(model),
                "recognition.model",
                tr("dashscope.http_url and recognition.model"));
        this.known = new KnownVocabularies(cacheFolder.resolve("hot-words"), httpUrl + " " + model);
        // the SDK's own class for this reads its address from global state
        this.service = ApiServiceOption.builder()
                .baseHttpUrl(connection.network().route().of(httpUrl).toString())
                .protocol(Protocol.HTTP)
                .httpMethod(HttpMethod.POST)
                .taskGroup("audio")
                .task("asr")
                .function("customization")
                .isAsyncTask(false)
                .build();
    }

    /**
     * The service's id of the list with these words, which stand in {@code file}. Blocks while the service is asked.
     *
     * @throws AssistantException CREDENTIALS, SETTINGS or SERVICE when the service refuses or fails
     */
    public String idFor(Path file, List<String> words) {
        return known.of(file, words).orElseGet(() -> {
            String id = known.earlier(file).filter(old -> isChanged(old, words)).orElseGet(() -> create(words));
            known.keep(file, words, id);
            return id;
        });
    }

    /** False when the service has forgotten the list. */
    private boolean isChanged(String id, List<String> words) {
        try {
            call(VocabularyParam.builder()
                    .model(CUSTOMIZATION)
                    .apiKey(connection.apiKey().reveal())
                    .operationType(VocabularyOperationType.UPDATE)
                    .vocabularyId(id)
                    .vocabulary(json(words))
                    .build());
            return true;
        } catch (ApiException e) {
            return false;
        }
    }

    private String create(List<String> words) {
        try {
            DashScopeResult result = call(VocabularyParam.builder()
                    .model(CUSTOMIZATION)
                    .apiKey(connection.apiKey().reveal())
                    .operationType(VocabularyOperationType.CREATE)
                    .targetModel(model)
                    .prefix(PREFIX)
                    .vocabulary(json(words))
                    .build());
            return Vocabulary.vocabularyFromCreateResult(result).getVocabularyId();
        } catch (ApiException e) {
            throw faults.of(e);
        }
    }

    private DashScopeResult call(VocabularyParam param) {
        try {
            OkHttpClient client = OkHttp.on(
                            connection.network(),
                            OkHttpClientFactory.getOkHttpClient().newBuilder())
                    .build();
            return new OkHttpHttpClient(client).send(new HalfDuplexRequest(param, service));
        } catch (NoApiKeyException e) {
            throw faults.of(e);
        }
    }

    private static JsonArray json(List<String> words) {
        JsonArray array = new JsonArray();
        for (String word : words) {
            JsonObject entry = new JsonObject();
            entry.addProperty("text", word);
            entry.addProperty("weight", WEIGHT);
            array.add(entry);
        }
        return array;
    }
}
