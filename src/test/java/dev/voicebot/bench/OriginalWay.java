package dev.voicebot.bench;

import com.alibaba.dashscope.audio.asr.translation.TranslationRecognizerParam;
import com.alibaba.dashscope.audio.asr.translation.TranslationRecognizerRealtime;
import com.alibaba.dashscope.audio.asr.translation.results.TranslationRecognizerResult;
import com.alibaba.dashscope.audio.tts.SpeechSynthesisResult;
import com.alibaba.dashscope.audio.ttsv2.SpeechSynthesisAudioFormat;
import com.alibaba.dashscope.audio.ttsv2.SpeechSynthesisParam;
import com.alibaba.dashscope.audio.ttsv2.SpeechSynthesizer;
import com.alibaba.dashscope.common.ResultCallback;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.Recording;
import dev.voicebot.standin.Script;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The order in which the original program worked, with the same SDKs: the microphone opens once the recogniser's socket
 * has, the whole reply is awaited before a word of it is synthesised, and every step makes a connection of its own. In
 * its favour: sound counts as heard with its first piece, though it waited for more.
 */
final class OriginalWay implements Way {
    private final SpokenQuestion question;
    private final String speechUrl;
    private final String chatUrl;

    OriginalWay(SpokenQuestion question, int port) {
        this.question = question;
        this.speechUrl = "ws://127.0.0.1:" + port + "/api-ws/v1/inference/";
        this.chatUrl = "http://127.0.0.1:" + port + "/compatible-mode/v1";
    }

    @Override
    public Marks turn() throws Exception {
        long begin = System.nanoTime();
        String understood = listen(begin);
        long transcript = System.nanoTime();
        AtomicLong firstToken = new AtomicLong();
        String reply = ask(understood, firstToken);
        long firstAudio = speak(reply);
        return new Marks(
                begin,
                question.lastWord(),
                transcript,
                firstToken.get(),
                firstAudio,
                understood,
                reply,
                question.bytesAt(16000));
    }

    private String listen(long begin) {
        TranslationRecognizerRealtime recognizer = new TranslationRecognizerRealtime(speechUrl);
        List<String> sentences = new CopyOnWriteArrayList<>();
        recognizer.call(recognition(), new ResultCallback<TranslationRecognizerResult>() {
            @Override
            public void onEvent(TranslationRecognizerResult result) {
                if (result.getTranscriptionResult() != null
                        && result.getTranscriptionResult().isSentenceEnd()) {
                    sentences.add(result.getTranscriptionResult().getText());
                }
            }

            @Override
            public void onComplete() {}

            @Override
            public void onError(Exception e) {
                throw new IllegalStateException(e);
            }
        });
        Recording sound = question.startLate(begin);
        for (Optional<PcmFrame> frame = sound.next(); frame.isPresent(); frame = sound.next()) {
            recognizer.sendAudioFrame(ByteBuffer.wrap(frame.get().littleEndian()));
        }
        recognizer.stop();
        recognizer.getDuplexApi().close(1000, "bye");
        return String.join(" ", sentences);
    }

    private TranslationRecognizerParam recognition() {
        return TranslationRecognizerParam.builder()
                .apiKey(Script.KEY)
                .model("gummy-realtime-v1")
                .format("pcm")
                .sampleRate(question.sampleRate())
                .transcriptionEnabled(true)
                .translationEnabled(false)
                .build();
    }

    private String ask(String text, AtomicLong firstToken) {
        OpenAIClient client =
                OpenAIOkHttpClient.builder().baseUrl(chatUrl).apiKey(Script.KEY).build();
        StringBuilder reply = new StringBuilder();
        try (StreamResponse<ChatCompletionChunk> response = client.chat()
                .completions()
                .createStreaming(ChatCompletionCreateParams.builder()
                        .model("qwen-plus")
                        .addUserMessage(text)
                        .build())) {
            response.stream().forEach(chunk -> {
                String token = chunk.choices().stream()
                        .findFirst()
                        .flatMap(choice -> choice.delta().content())
                        .orElse("");
                if (!token.isEmpty()) {
                    firstToken.compareAndSet(0, System.nanoTime());
                    reply.append(token);
                }
            });
        }
        client.close();
        return reply.toString();
    }

    private long speak(String text) throws InterruptedException {
        AtomicLong firstAudio = new AtomicLong();
        CountDownLatch sounded = new CountDownLatch(1);
        SpeechSynthesizer synthesizer = new SpeechSynthesizer(
                synthesis(),
                new ResultCallback<SpeechSynthesisResult>() {
                    @Override
                    public void onEvent(SpeechSynthesisResult result) {
                        if (result.getAudioFrame() != null) {
                            firstAudio.compareAndSet(0, System.nanoTime());
                            sounded.countDown();
                        }
                    }

                    @Override
                    public void onComplete() {}

                    @Override
                    public void onError(Exception e) {
                        sounded.countDown();
                    }
                },
                speechUrl);
        synthesizer.streamingCall(text);
        sounded.await(60, TimeUnit.SECONDS);
        synthesizer.streamingCancel();
        synthesizer.getDuplexApi().close(1000, "bye");
        return firstAudio.get();
    }

    private static SpeechSynthesisParam synthesis() {
        return SpeechSynthesisParam.builder()
                .apiKey(Script.KEY)
                .model("cosyvoice-v2")
                .voice("longxiaochun_v2")
                .format(SpeechSynthesisAudioFormat.PCM_22050HZ_MONO_16BIT)
                .build();
    }

    @Override
    public void close() {}
}
