package dev.voicebot.threads;

import java.util.Locale;
import java.util.Map;
import java.util.Timer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;

/**
 * Every thread of the program by its name, and the one way to start one. All are daemons: none keeps the process alive.
 * {@code docs/concurrency.md} says what each does and who owns it.
 */
public enum Worker {
    CHECK,
    CHIME,
    CLIPBOARD,
    CONTROL,
    DEVICES,
    ENGINE,
    ENGINE_IDLE,
    ENGINE_VOICE,
    ESPEAK,
    EXEC,
    FFMPEG,
    HANDS_FREE,
    HEAD_START,
    HEARING,
    INPUT,
    LISTEN,
    LOOK_FOR,
    LOOK_UP,
    LOOP,
    MAX_WAIT,
    MIC,
    MODELS,
    PATIENCE,
    PLAYBACK,
    PLAYER_KEYS,
    PULL,
    REGION,
    REPLAY,
    SAVING,
    SCREEN,
    SERVER_VOICE,
    SESSIONS,
    SINK,
    SOUND_CLOSE,
    SOUND_DEVICE,
    SPEAKER,
    SPOKEN,
    TALK,
    TALK_SOUND,
    TRACE,
    TRAINING_CLIENT,
    TRAINING_SERVER,
    TRANSLATING,
    TURN,
    TURN_END,
    TYPIST,
    USAGE,
    VOICES,
    WARM,
    WARM_EARS,
    WARM_SCREEN,
    WARM_SESSIONS,
    WAV_READER,
    WORDS;

    private static final Map<Worker, ExecutorService> ONLY = new ConcurrentHashMap<>();

    private final String threadName = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** What a thread dump calls it; the threads that {@code start(which, …)} starts add a hyphen and the rest. */
    public String threadName() {
        return threadName;
    }

    /** Does {@code work} on a thread of its own, which is given back to be waited for. */
    public Thread start(Runnable work) {
        return started(threadName, work);
    }

    /** The same, where there may be several: {@code which} says which one this is. */
    public Thread start(Object which, Runnable work) {
        return started(threadName + "-" + which, work);
    }

    /** Starts a thread for each piece of work. */
    public Executor each(Object which) {
        return work -> started(threadName + "-" + which, work);
    }

    /** The process's one thread of this name, which does its work in order and stays. */
    public Executor only() {
        return ONLY.computeIfAbsent(this, Worker::inOrder);
    }

    /** One thread that does its work in order; whoever asks for it shuts it down. */
    public ExecutorService inOrder() {
        return Executors.newSingleThreadExecutor(factory(threadName));
    }

    /** The same, where there may be several. */
    public ExecutorService inOrder(Object which) {
        return Executors.newSingleThreadExecutor(factory(threadName + "-" + which));
    }

    /** As many threads as {@code size}, which share the work; whoever asks for them shuts them down. */
    public ExecutorService pool(int size) {
        return Executors.newFixedThreadPool(size, factory(threadName));
    }

    /** One thread that does its work at its times; whoever asks for it shuts it down. */
    public ScheduledThreadPoolExecutor scheduled() {
        return new ScheduledThreadPoolExecutor(1, factory(threadName));
    }

    /** One thread that waits for moments; whoever asks for it cancels it. */
    public Timer timer() {
        return new Timer(threadName, true);
    }

    private static ThreadFactory factory(String name) {
        return work -> daemon(name, work);
    }

    private static Thread started(String name, Runnable work) {
        Thread thread = daemon(name, work);
        thread.start();
        return thread;
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
