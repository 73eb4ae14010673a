package dev.voicebot.bench;

import static dev.voicebot.audio.SpokenClips.RATE;

import dev.voicebot.audio.DetectorTrial;
import dev.voicebot.audio.Noises;
import dev.voicebot.audio.PcmFrame;
import dev.voicebot.audio.SpokenClips;
import dev.voicebot.talk.TurnTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A turn of several phrases, between which its speaker may pause. */
record SpokenTurn(String name, List<Phrase> phrases) {
    private static final double ROOM = 10; // root mean square
    private static final double BEFORE = 1; // seconds
    private static final double AFTER = 3;

    /** A part of a turn, as loud as the others, without the silence around it. */
    record Phrase(PcmFrame sound, String words) {
        double seconds() {
            return (double) sound.samples().length / RATE;
        }
    }

    /** With pauses of one length between the phrases; {@code gaps} and {@code end} in seconds. */
    record Said(PcmFrame sound, List<TurnTrial.Words> words, List<Gap> gaps, double end) {}

    record Gap(double from, double to) {}

    /** Those of {@code list} whose recordings are in one of the folders. */
    static List<SpokenTurn> read(Path list, List<Path> folders) throws IOException {
        Map<String, List<Phrase>> turns = new LinkedHashMap<>();
        for (String line : Files.readAllLines(list)) {
            String[] fields = line.split("\t", -1);
            Optional<Path> file = line.startsWith("#") ? Optional.empty() : find(fields[1], folders);
            if (file.isPresent()) {
                turns.computeIfAbsent(fields[0], name -> new ArrayList<>()).add(phrase(file.get(), fields));
            }
        }
        return turns.entrySet().stream()
                .map(it -> new SpokenTurn(it.getKey(), it.getValue()))
                .toList();
    }

    private static Optional<Path> find(String name, List<Path> folders) {
        return folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::exists)
                .findFirst();
    }

    private static Phrase phrase(Path file, String[] fields) {
        short[] whole = TurnTakingBench.read(file);
        int from = (int) (Double.parseDouble(fields[2]) * RATE);
        int to = Math.min(whole.length, (int) (Double.parseDouble(fields[3]) * RATE));
        short[] cut = Noises.atLevel(Arrays.copyOfRange(whole, from, to), TurnTakingBench.SPEECH_LEVEL);
        DetectorTrial.Utterance spoken = DetectorTrial.spoken(cut);
        short[] words = Arrays.copyOfRange(cut, spoken.from(), Math.min(cut.length, spoken.to()));
        return new Phrase(new PcmFrame(words, RATE), fields[4]);
    }

    boolean hasPauses() {
        return phrases.size() > 1;
    }

    /** In a quiet room; words are reported {@code late} after they were said. */
    Said said(double pause, double late, Transcription transcription) {
        List<short[]> sounds = new ArrayList<>(List.of(SpokenClips.silence(BEFORE)));
        List<TurnTrial.Words> words = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        double now = BEFORE;
        for (int i = 0; i < phrases.size(); i++) {
            Phrase phrase = phrases.get(i);
            words.addAll(words(phrase, now, late, transcription, i == phrases.size() - 1));
            sounds.add(phrase.sound().samples());
            now += phrase.seconds();
            if (i < phrases.size() - 1) {
                sounds.add(SpokenClips.silence(pause));
                gaps.add(new Gap(now, now + pause));
                now += pause;
            }
        }
        sounds.add(SpokenClips.silence(AFTER));
        short[] sound = SpokenClips.joined(sounds.toArray(short[][]::new));
        short[] room = SpokenClips.noise((double) sound.length / RATE + 1, ROOM);
        short[] heard = SpokenClips.mixed(Arrays.copyOf(room, sound.length), sound, 0);
        return new Said(new PcmFrame(heard, RATE), words, gaps, now);
    }

    /** One after the other, all equally long. */
    private static List<TurnTrial.Words> words(
            Phrase phrase, double from, double late, Transcription transcription, boolean last) {
        List<String> texts = transcription.words(phrase.words(), last);
        double each = phrase.seconds() / texts.size();
        return Stream.iterate(0, i -> i < texts.size(), i -> i + 1)
                .map(i -> new TurnTrial.Words(from, from + (i + 1) * each + late, texts.get(i)))
                .toList();
    }
}
