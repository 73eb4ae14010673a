package dev.voicebot.cli;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.audio.Recording;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.Interrupts;
import dev.voicebot.recognition.Transcript;
import dev.voicebot.terminal.CtrlC;
import dev.voicebot.terminal.LiveLine;
import dev.voicebot.threads.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Several recognitions at once, their transcripts in the order of the files; a broken file does not stop the others. */
final class ListeningToFiles {
    private final CommandContext context;
    private final SoundSources sources;
    private final List<String> files;
    private final ListenOutput output;
    private final BatchOptions batch;
    private final LiveLine live;
    private final FilesProgress progress;
    private final Map<Integer, Recording> running = new ConcurrentHashMap<>();
    private final List<Future<Transcript>> results = new CopyOnWriteArrayList<>();
    private volatile boolean stopped; // set by Ctrl-C
    private volatile boolean hopeless; // set by the worker whose file failed so that the others are not begun

    ListeningToFiles(
            CommandContext context, SoundSources sources, List<String> files, ListenOutput output, BatchOptions batch) {
        this.context = context;
        this.sources = sources;
        this.files = files;
        this.output = output;
        this.batch = batch;
        this.live = context.liveLine();
        this.progress = new FilesProgress(
                live, context.clock(), files.stream().map(sources::length).toList());
    }

    /** Blocks until all are done; at the first Ctrl-C each writes what is final, at the second it gives up. */
    List<Transcript> listen(int jobs, Optional<Duration> limit) {
        ExecutorService workers = Worker.LISTEN.pool(Math.min(jobs, files.size()));
        try (CtrlC end = CtrlC.runs(this::stop, context.cancellation()::cancel)) {
            InOrder ordered = new InOrder(files.size(), this::print);
            print(output.headOf(files));
            for (int i = 0; i < files.size(); i++) {
                int file = i;
                results.add(workers.submit(() -> unlessHopeless(file, limit, ordered)));
            }
            return outcome();
        } finally {
            workers.shutdownNow();
            live.clear();
        }
    }

    private Transcript unlessHopeless(int file, Optional<Duration> limit, InOrder ordered) {
        if (hopeless) {
            ordered.finish(file);
            throw new AssistantException(FaultKind.FAILED, "not begun");
        }
        try {
            return listen(file, limit, ordered);
        } catch (AssistantException e) {
            hopeless |= batch.endsFilesWith(e);
            throw e;
        }
    }

    private Transcript listen(int file, Optional<Duration> limit, InOrder ordered) {
        if (stopped) {
            return Transcript.EMPTY;
        }
        String name = files.get(file);
        HeardSound.Wishes wishes = new HeardSound.Wishes(
                limit, Optional.empty(), Optional.empty(), length -> progress.heard(file, length));
        TranscriptTarget.Told told = new TranscriptTarget.Told(text -> ordered.write(file, text), context::tell);
        try (TranscriptTarget target = output.target(name, files.size() > 1, told);
                Recording sound = new HeardSound(sources.input(name).start(), wishes)) {
            running.put(file, sound);
            if (stopped) {
                sound.stop();
            }
            Transcript whole = context.recognizer().listen(sound, target.writer()::update, context.cancellation());
            target.writer().end(whole);
            target.complete();
            return whole;
        } finally {
            progress.done();
            ordered.finish(file);
        }
    }

    private List<Transcript> outcome() {
        List<Transcript> transcripts = new ArrayList<>();
        List<AssistantException> faults = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            try {
                transcripts.add(result(results.get(i)));
            } catch (AssistantException e) {
                if (!stopped || e.kind() != FaultKind.INTERRUPTED) {
                    faults.add(e);
                    tell(i, e);
                }
            }
        }
        context.cancellation().throwIfCancelled();
        if (!faults.isEmpty()) {
            throw several(faults);
        }
        if (stopped) {
            throw AssistantException.interrupted(); // what was written is not all
        }
        if (transcripts.stream().allMatch(Transcript::isEmpty)) {
            throw Listening.nothingHeard();
        }
        return transcripts;
    }

    private static Transcript result(Future<Transcript> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw Interrupts.leave(e);
        } catch (CancellationException e) {
            throw AssistantException.interrupted();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssistantException fault) {
                throw fault;
            }
            throw new AssistantException(FaultKind.FAILED, tr("Internal error. See the log and report it."), e);
        }
    }

    /** Of one file the caller tells. */
    private void tell(int file, AssistantException fault) {
        if (files.size() > 1 && fault.kind() != FaultKind.INTERRUPTED) {
            live.clear();
            String name = files.get(file);
            String line = fault.userMessage();
            context.tell(line.contains(name) ? line : tr("%s: %s", name, line));
        }
    }

    private AssistantException several(List<AssistantException> faults) {
        AssistantException first = faults.get(0);
        if (files.size() == 1) {
            return first;
        }
        return new AssistantException(
                first.kind(), tr("%d of %d files could not be transcribed.", faults.size(), files.size()), first);
    }

    private void print(String text) {
        if (!text.isEmpty()) {
            live.clear();
            context.print(text);
        }
    }

    private void stop() {
        stopped = true;
        running.values().forEach(Recording::stop);
        for (int i = 0; i < results.size(); i++) {
            if (!running.containsKey(i)) {
                results.get(i).cancel(true); // it waits for a pipe that nobody writes to, or for its turn
            }
        }
    }
}
