package dev.voicebot.engine.openai;

import dev.voicebot.audio.PcmFrame;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.synthesis.SentenceStream;
import dev.voicebot.synthesis.SpeechListener;
import dev.voicebot.threads.Worker;
import java.util.concurrent.ExecutorService;

/** One reply, which a server speaks sentence by sentence; it is asked on the thread server-voice. */
final class OpenAiSpeechStream extends SentenceStream {
    private final SpokenPieces server;
    private final Cancellation.Scope scope;
    private final ExecutorService speaking;

    private OpenAiSpeechStream(
            SpokenPieces server, ExecutorService speaking, SpeechListener frames, Cancellation.Scope scope) {
        super(speaking, false, frames);
        this.server = server;
        this.scope = scope;
        this.speaking = speaking;
    }

    static OpenAiSpeechStream begin(SpokenPieces server, SpeechListener frames, Cancellation cancellation) {
        OpenAiSpeechStream stream =
                new OpenAiSpeechStream(server, Worker.SERVER_VOICE.inOrder(), frames, cancellation.child());
        stream.start(stream.scope.cancellation());
        return stream;
    }

    @Override
    protected void prepare() {
        // the first request opens the connection
    }

    @Override
    protected void speakPiece(String piece) {
        server.speak(piece, this::pass, scope.cancellation());
    }

    private void pass(PcmFrame frame) {
        if (!handOver(frame)) {
            throw AssistantException.interrupted();
        }
    }

    @Override
    protected AssistantException failure(Throwable cause) {
        return AssistantException.unforeseen(new IllegalStateException(cause));
    }

    @Override
    protected void closed() {
        scope.cancellation().cancel();
        scope.close();
        speaking.shutdown();
    }
}
