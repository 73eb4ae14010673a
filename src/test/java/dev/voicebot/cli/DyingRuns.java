package dev.voicebot.cli;

import dev.voicebot.ChildProgram;
import dev.voicebot.disk.Disk;
import dev.voicebot.disk.DiskAgent;
import dev.voicebot.standin.Script;
import dev.voicebot.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A virtual machine with {@link dev.voicebot.disk.DiskAgent} in it, which runs {@link Dying} ones. */
final class DyingRuns {
    private static final int EVERY_SO_MANY = 3; // changes one is torn
    private static final long NOBODY = 99_999_999_999L; // no process has this number

    private DyingRuns() {}

    /** {@code all NAME FOLDER}: at every change, in this process; {@code one NAME HOME COUNT HALF}: and is killed. */
    public static void main(String[] arguments) throws IOException {
        try {
            if (arguments[0].equals("all")) {
                System.out.println(arguments[1] + ": " + all(arguments[1], Path.of(arguments[2])) + " changes");
            } else {
                one(arguments[1], Path.of(arguments[2]), Long.parseLong(arguments[3]), arguments[4].equals("half"));
            }
            System.exit(0);
        } catch (AssertionError | RuntimeException e) {
            e.printStackTrace(System.out);
            System.exit(1);
        }
    }

    /** Starts it, with the agent that it needs, which is made in {@code folder}; both kinds of output in one. */
    static Process start(Path folder, Map<String, String> services, String... arguments) throws IOException {
        return ChildProgram.of(services, List.of(DiskAgent.option(folder)), DyingRuns.class.getName(), arguments)
                .redirectErrorStream(true)
                .start();
    }

    static Script script() {
        return new Script()
                .answer(question -> List.of("<", question, ">"))
                .sentences("Hello.")
                .voice((text, rate) -> new short[rate / 100 * text.length()])
                .frameBytes(8001);
    }

    private static long all(String name, Path folder) throws IOException {
        try (StandIn standIn = StandIn.start(script())) {
            long changes = Long.MAX_VALUE;
            for (long count = 0; count < changes; count++) {
                changes = Math.min(changes, dyingAfter(count, false, name, folder, standIn));
                if (count % EVERY_SO_MANY == 0) {
                    dyingAfter(count, true, name, folder, standIn);
                }
            }
            return changes;
        }
    }

    /** How many changes there were until then, or {@link Long#MAX_VALUE} when it died. */
    private static long dyingAfter(long count, boolean half, String name, Path folder, StandIn standIn)
            throws IOException {
        Path home = Files.createDirectories(folder.resolve(count + (half ? "-half" : "")));
        Dying dying = Dying.named(name);
        try {
            dying.prepare(home, Dying.shell(home, standIn.environment()));
            int before = Dying.asked(standIn);
            AtomicInteger asked = new AtomicInteger();
            Disk.endAfter(home.toString(), count, half, Disk.End.DEAD, () -> asked.set(Dying.asked(standIn) - before));
            dying.run(home, Dying.shell(home, standIn.environment()));
            long changes = Disk.stop();
            boolean ended = Disk.hasEnded();
            if (ended) {
                asIfThisProcessHadDied(home);
            }
            dying.check(
                    home,
                    Dying.shell(home, standIn.environment()),
                    ended ? asked.get() : Dying.asked(standIn) - before);
            return ended ? Long.MAX_VALUE : changes;
        } catch (AssertionError e) {
            throw new AssertionError("after " + count + " changes" + (half ? " and a half" : ""), e);
        }
    }

    /** Where the stand-in is, and nothing else: the home of whoever runs the tests is none of ours. */
    private static Map<String, String> services() {
        return System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("DASHSCOPE_")
                        || variable.getKey().equals("VOICEBOT_CHAT_BASE_URL"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What was to replace a file is named after its process, which is still there. */
    private static void asIfThisProcessHadDied(Path home) throws IOException {
        String mark = "-" + ProcessHandle.current().pid() + "-";
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(path -> path.getFileName().toString().contains(mark))
                    .toList()) {
                String name = file.getFileName().toString();
                Files.move(file, file.resolveSibling(name.replace(mark, "-" + NOBODY + "-")));
            }
        }
    }

    private static void one(String name, Path home, long count, boolean half) {
        Disk.endAfter(home.toString(), count, half, Disk.End.KILLED, () -> {});
        Dying.named(name).run(home, Dying.shell(home, services()));
        System.out.println(Disk.stop());
    }
}
