package dev.voicebot.engine.sherpa.child;

import com.sun.jna.Memory;
import dev.voicebot.localmodels.LocalModel.Kind;
import java.nio.charset.StandardCharsets;

/** The library's configuration structures; each line is a member of the header's, in its order. */
final class Configurations {
    static final int SAMPLE_RATE = 16_000; // of all that is recognized

    private static final String PROVIDER = "cpu";

    private Configurations() {}

    /** {@code SherpaOnnxOnlineModelConfig} */
    private static Structure streamingModels(EngineModel model, Kind transducer) {
        return new Structure()
                .structure(files(model, transducer, "encoder", "decoder", "joiner"))
                .structure(files(model, Kind.PARAFORMER, "encoder", "decoder"))
                .pointers(1) // zipformer2_ctc
                .text(model.file("tokens"))
                .integer(model.threads())
                .text(PROVIDER)
                .integer(0) // debug
                .pointers(1) // model_type
                .text(model.file("bpe").isEmpty() ? "cjkchar" : "cjkchar+bpe") // modeling_unit
                .text(model.file("bpe")) // bpe_vocab
                .pointers(1) // tokens_buf
                .integer(0) // tokens_buf_size
                .structure(files(model, Kind.CTC, "model"))
                .pointers(1); // t_one_ctc
    }

    /** {@code SherpaOnnxKeywordSpotterConfig} */
    static Memory keywords(EngineModel model) {
        String phrases = model.phrases();
        return new Structure()
                .structure(features())
                .structure(streamingModels(model, Kind.KEYWORDS))
                .integer(4) // max_active_paths
                .integer(1) // num_trailing_blanks
                .decimal(1) // keywords_score
                .decimal(0.25) // keywords_threshold
                .pointers(1) // keywords_file
                .text(phrases)
                .integer(phrases.getBytes(StandardCharsets.UTF_8).length)
                .memory();
    }

    /** {@code SherpaOnnxOnlineRecognizerConfig} */
    static Memory streaming(EngineModel model) {
        String hotWords = model.kind() == Kind.TRANSDUCER ? model.phrases() : "";
        return new Structure()
                .structure(features())
                .structure(streamingModels(model, Kind.TRANSDUCER))
                .text(hotWords.isEmpty() ? "greedy_search" : "modified_beam_search") // the other ignores them
                .integer(4) // max_active_paths
                .integer(1) // enable_endpoint
                .decimal(2.4) // silence in seconds before anything was said
                .decimal(0.8) // silence that ends a sentence
                .decimal(30) // the longest sentence
                .pointers(1) // hotwords_file
                .decimal(1.5) // hotwords_score
                .structure(new Structure().pointers(1).numbers(1)) // ctc_fst_decoder_config
                .pointers(2) // rule_fsts, rule_fars
                .decimal(0) // blank_penalty
                .text(hotWords) // hotwords_buf
                .integer(hotWords.getBytes(StandardCharsets.UTF_8).length)
                .structure(new Structure().pointers(3)) // hr
                .memory();
    }

    /** {@code SherpaOnnxOfflineRecognizerConfig} */
    static Memory wholeUtterances(EngineModel model) {
        boolean isWhisper = model.kind() == Kind.WHISPER;
        Structure whisper = files(model, Kind.WHISPER, "encoder", "decoder")
                .text(isWhisper ? model.language() : "")
                .text(isWhisper ? "transcribe" : "")
                .integer(-1) // tail_paddings
                .numbers(2); // token and segment timestamps
        Structure senseVoice = files(model, Kind.SENSE_VOICE, "model")
                .text(model.language().isEmpty() ? "auto" : model.language())
                .integer(1); // punctuation, and numbers as figures
        Structure models = new Structure()
                .pointers(3) // transducer
                .pointers(2) // paraformer, nemo_ctc
                .structure(whisper)
                .pointers(1) // tdnn
                .text(model.file("tokens"))
                .integer(model.threads())
                .integer(0) // debug
                .text(PROVIDER)
                .pointers(4) // model_type, modeling_unit, bpe_vocab, telespeech_ctc
                .structure(senseVoice)
                .pointers(5) // moonshine
                .pointers(2) // fire_red_asr
                .pointers(2) // dolphin, zipformer_ctc
                .structure(new Structure().pointers(4).numbers(1)) // canary
                .pointers(3) // wenet_ctc, omnilingual, medasr
                .structure(new Structure()
                        .pointers(6)
                        .numbers(4)
                        .pointers(1)
                        .numbers(1)
                        .pointers(1)) // funasr_nano
                .pointers(1) // fire_red_asr_ctc
                .structure(new Structure().pointers(4).numbers(5).pointers(1)) // qwen3_asr
                .structure(new Structure().pointers(3).numbers(2)); // cohere_transcribe
        return new Structure()
                .structure(features())
                .structure(models)
                .structure(new Structure().pointers(1).numbers(1)) // lm_config
                .text("greedy_search")
                .integer(4) // max_active_paths
                .pointers(1) // hotwords_file
                .decimal(0)
                .pointers(2) // rule_fsts, rule_fars
                .decimal(0) // blank_penalty
                .structure(new Structure().pointers(3)) // hr
                .memory();
    }

    /** {@code SherpaOnnxOfflineTtsConfig} */
    static Memory voice(EngineModel model) {
        Structure vits = files(model, Kind.VITS, "model", "lexicon", "tokens", "data")
                .numbers(3) // noise_scale, noise_scale_w, length_scale
                .pointers(1); // dict_dir
        Structure matcha = files(model, Kind.MATCHA, "model", "vocoder", "lexicon", "tokens", "data")
                .numbers(2) // noise_scale, length_scale
                .pointers(1); // dict_dir
        Structure kokoro = files(model, Kind.KOKORO, "model", "voices", "tokens", "data")
                .numbers(1) // length_scale
                .structure(files(model, Kind.KOKORO, "dict", "lexicon", "lang"));
        Structure models = new Structure()
                .structure(vits)
                .integer(model.threads())
                .integer(0) // debug
                .text(PROVIDER)
                .structure(matcha)
                .structure(kokoro)
                .structure(new Structure().pointers(4).numbers(1)) // kitten
                .structure(new Structure().pointers(6).numbers(4)) // zipvoice
                .structure(new Structure().pointers(7).numbers(1)) // pocket
                .pointers(7); // supertonic
        return new Structure()
                .structure(models)
                .pointers(1) // rule_fsts
                .integer(1) // max_num_sentences: the callback comes after each
                .pointers(1) // rule_fars
                .decimal(0) // silence_scale
                .memory();
    }

    /** The files of a family, or as many empty texts where the model is of another. */
    private static Structure files(EngineModel model, Kind kind, String... roles) {
        Structure structure = new Structure();
        for (String role : roles) {
            structure.text(model.kind() == kind ? model.file(role) : "");
        }
        return structure;
    }

    private static Structure features() {
        return new Structure().integer(SAMPLE_RATE).integer(80);
    }
}
