package dev.voicebot.bench;

import dev.voicebot.standin.Script;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Other programs that chat in a terminal, installed from npm, beside voicebot on one server on loopback. */
final class PeersBench {
    private static final List<String> PACKAGES = List.of("@mariozechner/pi-coding-agent", "@llmist/cli");
    private static final String QUESTION = "How do I learn a language?";
    private static final Profile PROFILE = Profile.PEERS;

    private final Path folder;
    private final int turns;
    private final Report report;
    private final Services services;

    private PeersBench(Path folder, int turns, Report report, Services services) {
        this.folder = folder;
        this.turns = turns;
        this.report = report;
        this.services = services;
    }

    static void measure(Path folder, int turns, Report report) throws Exception {
        Path peers = Files.createDirectories(folder.resolve("peers"));
        install(peers);
        Launched.awaitClassData(folder.resolve("beside"));
        try (Services services = Services.start(PROFILE, 1)) {
            PeersBench bench = new PeersBench(peers, turns, report, services);
            Launched voicebot = new Launched(folder.resolve("beside"))
                    .with(services.port(0))
                    .with(Map.of("VOICEBOT_SYNTHESIS_ENABLED", "false"));
            bench.conversation("voicebot chat", () -> voicebot.onTerminal("chat"), "›");
            bench.conversation("pi", bench::pi, "qwen-plus");
            bench.oneShot("voicebot chat", () -> voicebot.start("chat"));
            bench.oneShot(
                    "pi --print",
                    () -> bench.npm("pi", "--print", "--no-session", "--no-tools", "--model", "loop/qwen-plus"));
            bench.oneShot(
                    "llmist complete", () -> bench.npm("llmist", "complete", "--quiet", "--model", "openai:gpt-4o"));
        }
    }

    private static void install(Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("npm", "install", "--no-audit", "--no-fund", "--no-save", "--prefix", folder.toString()));
        command.addAll(PACKAGES);
        Process npm = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("npm.log").toFile())
                .start();
        if (npm.waitFor() != 0) {
            throw new IOException("npm could not install the other programs: "
                    + Files.readString(folder.resolve("npm.log")).lines().toList());
        }
    }

    private TerminalProgram pi() throws IOException {
        return TerminalProgram.start(
                folder,
                environment(),
                List.of(program("pi"), "--no-session", "--no-tools", "--model", "loop/qwen-plus"));
    }

    private Process npm(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program(name)));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment());
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private String program(String name) {
        return folder.resolve("node_modules/.bin").resolve(name).toString();
    }

    /** Writes the settings, too. */
    private Map<String, String> environment() throws IOException {
        String url = "http://127.0.0.1:" + services.port(0) + "/compatible-mode/v1";
        Path settings = folder.resolve(".pi/agent/models.json");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, """
                {"providers": {"loop": {"baseUrl": "%s", "api": "openai-completions", "apiKey": "%s",
                 "models": [{"id": "qwen-plus"}]}}}
                """.formatted(url, Script.KEY));
        Map<String, String> environment = new HashMap<>();
        environment.put("HOME", folder.toString());
        environment.put("PATH", Objects.requireNonNull(System.getenv("PATH")));
        environment.put("TERM", "xterm-256color");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("PI_OFFLINE", "1");
        environment.put("OPENAI_API_KEY", Script.KEY);
        environment.put("OPENAI_BASE_URL", url);
        return environment;
    }

    private void conversation(String name, Start<TerminalProgram> start, String ready) throws Exception {
        Figures prompt = new Figures();
        Figures request = new Figures();
        Figures first = new Figures();
        Figures lag = new Figures();
        for (int i = 0; i < 3; i++) {
            try (TerminalProgram chat = start.start()) {
                prompt.addNanos(chat.await(ready, 0).nanos() - chat.begin());
                TimeUnit.SECONDS.sleep(2);
                turn(chat, new Figures(), new Figures(), new Figures()); // the first opens connections
                for (int turn = 0; turn < (turns + 2) / 3; turn++) {
                    turn(chat, request, first, lag);
                }
            }
        }
        report.time(name + ": start → prompt", prompt);
        report.time(name + ": Enter → request", request);
        report.time(name + ": Enter → first token on the screen, of which the service takes 50", first);
        report.time(name + ": token sent → on the screen", lag);
    }

    private void turn(TerminalProgram chat, Figures request, Figures first, Figures lag) throws Exception {
        services.forget(0);
        chat.type(QUESTION);
        TimeUnit.MILLISECONDS.sleep(200);
        int from = chat.written();
        long enter = System.nanoTime();
        chat.type("\r");
        List<ServiceEvent> seen = services.since(0, enter, PeersBench::isWhole);
        long asked = times(seen, "chat.request").get(0);
        request.addNanos(asked - enter);
        List<ServiceEvent> tokens =
                seen.stream().filter(event -> event.is("chat.token")).limit(12).toList();
        List<Long> visible = new ArrayList<>();
        for (ServiceEvent token : tokens) {
            TerminalProgram.Written written = chat.await(token.detail(), from);
            from = written.end();
            lag.addNanos(written.nanos() - token.nanos());
            visible.add(written.nanos());
        }
        first.addNanos(visible.get(0) - enter);
        TimeUnit.MILLISECONDS.sleep(600); // the rest of the reply
    }

    private static boolean isWhole(List<ServiceEvent> seen) {
        return seen.stream().filter(event -> event.is("chat.token")).count() >= PROFILE.tokens();
    }

    private static List<Long> times(List<ServiceEvent> seen, String what) {
        return seen.stream()
                .filter(event -> event.is(what))
                .map(ServiceEvent::nanos)
                .toList();
    }

    /** Through a pipe: the question in, the answer out. */
    private void oneShot(String name, Start<Process> start) throws Exception {
        Figures request = new Figures();
        Figures first = new Figures();
        Figures whole = new Figures();
        for (int i = 0; i < Math.min(turns, 10); i++) {
            services.forget(0);
            long begin = System.nanoTime();
            Process process = start.start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(QUESTION.getBytes(StandardCharsets.UTF_8));
            }
            try (InputStream out = process.getInputStream()) {
                int letter = out.read();
                long firstLetter = System.nanoTime();
                String answer = (char) letter + new String(out.readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor() != 0 || !answer.contains("There are many good ways")) {
                    report.fault(name + " in a pipe answered: " + answer);
                    return;
                }
                whole.addNanos(System.nanoTime() - begin);
                first.addNanos(firstLetter - begin);
            }
            List<ServiceEvent> seen = services.since(0, begin, PeersBench::isWhole);
            request.addNanos(times(seen, "chat.request").get(0) - begin);
        }
        report.time("in a pipe, " + name + ": start → request", request);
        report.time("in a pipe, " + name + ": start → first letter of the answer", first);
        report.time("in a pipe, " + name + ": start → end, of which the service takes 450", whole);
    }

    private interface Start<T> {
        T start() throws IOException;
    }
}
