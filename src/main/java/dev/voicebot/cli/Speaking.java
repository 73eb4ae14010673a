package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.config.RecordingsSettings;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.reading.ArchiveSink;
import dev.voicebot.reading.FileSink;
import dev.voicebot.reading.Passage;
import dev.voicebot.reading.Passages;
import dev.voicebot.reading.PipeSink;
import dev.voicebot.reading.Reading;
import dev.voicebot.reading.SoundSink;
import dev.voicebot.reading.SpeakerSink;
import dev.voicebot.reading.SubtitleSink;
import dev.voicebot.recordings.ReplyDetails;
import dev.voicebot.synthesis.CountedSynthesizer;
import dev.voicebot.synthesis.SpeechSynthesizer;
import dev.voicebot.turn.SpeechOutput;
import dev.voicebot.wiring.SpeechTarget;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads words as they arrive, to the speaker, into files and pipes. */
final class Speaking {
    private static final long LONG_TEXT = 2000; // characters; less is said before a bar would help

    private final CommandContext context;
    private final Edges edges;
    private final SpeakText text;
    private final SpeakTarget target;
    private final Optional<SoundEncoder> encoder;
    private final Optional<SpokenFile> file;
    private final SpeechOutput output;
    private final List<SoundSink> sinks = new ArrayList<>();
    private Passages passages = Optional::empty;
    private Optional<SpeakerSink> speaker = Optional.empty();
    private Optional<ArchiveSink> archive = Optional.empty();

    Speaking(CommandContext context, Edges edges, SpeakText text, SpeakTarget target) {
        this.context = context;
        this.edges = edges;
        this.text = text;
        this.target = target;
        this.encoder = SoundEncoder.of(target.format(), edges.environment());
        this.file = target.file().map(named -> new SpokenFile(named, encoder));
        this.output = context.assembly().voice().speech(new SpeechTarget(Optional.empty(), target.plays()));
    }

    int speak(Reader words, BatchOptions batch) {
        Runnable announcement = context.announcements().voice();
        sinks.add(new FirstSound(announcement));
        try {
            return speakAll(words, batch);
        } finally {
            announcement.run();
        }
    }

    private int speakAll(Reader words, BatchOptions batch) {
        context.announcements().checkVoice();
        PipedText arriving = PipedText.pieces(words, context.cancellation());
        passages = text.passages(arriving::next, output.manner());
        if (file.isPresent() && isWholeAlready(file.get())) {
            context.tell(
                    tr("%s is already complete. Nothing to resume.", file.get().complete()));
            return ExitCode.DONE.number();
        }
        chooseSinks();
        if (read(batch) == 0 && !target.resumes()) {
            throw new AssistantException(FaultKind.USAGE, tr("Nothing to speak: the text is empty."));
        }
        if (encoder.isPresent()) {
            file.ifPresent(it -> context.printLine(it.complete().toString()));
        }
        if (isLost()) {
            throw new AssistantException(FaultKind.FAILED, tr("Nothing was played or saved."));
        }
        return ExitCode.DONE.number();
    }

    /** Every place that the sound was for has failed; each has told why. */
    private boolean isLost() {
        boolean played = speaker.filter(it -> !it.hasFailed()).isPresent();
        boolean archived = archive.filter(it -> !it.hasFailed()).isPresent();
        return (speaker.isPresent() || archive.isPresent()) && !played && !archived && !target.writes();
    }

    private int read(BatchOptions batch) {
        try {
            boolean exact = file.isPresent();
            Reading reading = new Reading(counted(), voice(), exact, sinks, context.cancellation());
            if (!exact) { // else what was left out could not be said later
                reading.goOnAfter(fault -> !batch.endsWith(fault), context::tell);
            }
            return reading.read(passages);
        } catch (AssistantException e) {
            if (file.map(SpokenFile::sound).filter(FileSink::hasSaved).isPresent()) {
                context.tell(tr("The audio so far is saved. To continue, run the same command with --resume."));
            }
            throw e;
        }
    }

    private SpeechSynthesizer counted() {
        return new CountedSynthesizer(
                output.synthesizer(),
                characters -> context.meter().spoke(context.assembly().voice().name(), characters));
    }

    private dev.voicebot.synthesis.Voice voice() {
        return text.isSsml() ? output.voice().readingSsml() : output.voice();
    }

    /** By the text, not by what is missing beside the file: another text is said from its beginning. */
    private boolean isWholeAlready(SpokenFile before) {
        Optional<String> comment = target.resumes() && !target.splits() ? before.comment() : Optional.empty();
        if (comment.isEmpty()) {
            return false;
        }
        Passages arriving = passages;
        Deque<Passage> all = new ArrayDeque<>();
        boolean whole = FileSink.isWhole(comment, () -> {
            Optional<Passage> next = arriving.next();
            next.ifPresent(all::add);
            return next;
        });
        passages = () -> Optional.ofNullable(all.poll());
        return whole;
    }

    private void chooseSinks() {
        if (target.plays()) {
            speaker = Optional.of(new SpeakerSink(output.speaker(), context::tell));
            speaker.ifPresent(sinks::add);
        }
        if (target.toStdout()) {
            pipe();
        } else if (file.isPresent()) {
            file(file.get().sound());
        } else {
            archive();
        }
        OptionalLong length = text.length();
        if (length.isPresent()
                && length.getAsLong() >= LONG_TEXT
                && edges.terminals().err()) {
            sinks.add(new ReadingProgressBar(context.liveLine(), edges.clock(), length.getAsLong()));
        }
    }

    private void pipe() {
        sinks.add(encoder.map(it -> it.into(edges.out())).orElseGet(() -> new PipeSink(edges.out(), target.isRaw())));
        if (target.isRaw()) {
            context.tell(tr(
                    "Raw samples: %s Hz, mono, 16 bits, signed, little-endian (play with: aplay -f S16_LE -r" + " %s)",
                    output.synthesizer().sampleRate(), output.synthesizer().sampleRate()));
        }
    }

    private void file(Path sound) {
        FileSink sink = new FileSink(
                new FileSink.Target(sound, target.splits(), target.resumes()),
                output.synthesizer().sampleRate(),
                saved -> {
                    if (encoder.isEmpty()) {
                        context.printLine(saved.toString());
                    }
                });
        sinks.add(sink);
        Optional<SubtitleSink> subtitles = target.subtitles().map(SubtitleSink::in);
        subtitles.ifPresent(sinks::add);
        passages = sink.rest(passages, (passage, length) -> subtitles.ifPresent(them -> them.end(passage, length)));
    }

    private void archive() {
        archive = output.keeper()
                .map(keeper -> new ArchiveSink(
                        () -> keeper.start(
                                new ReplyDetails("", output.voice().name(), output.engine()),
                                output.synthesizer().sampleRate()),
                        saved -> context.printLine(saved.toString()),
                        context::tell));
        if (!target.plays()) {
            archive.orElseThrow(() -> new AssistantException(
                            FaultKind.USAGE,
                            tr(
                                    "--no-play without recordings produces nothing. Add -o FILE, or set %s = true.",
                                    RecordingsSettings.ENABLED.key())))
                    .open();
        }
        archive.ifPresent(sinks::add);
    }
}
