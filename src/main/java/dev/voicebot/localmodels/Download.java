package dev.voicebot.localmodels;

import static dev.voicebot.text.Messages.tr;

import dev.voicebot.files.PrivateFiles;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.Cancellation;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.outcome.FileFault;
import dev.voicebot.service.PassingFault;
import dev.voicebot.service.Retries;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** Fetches one file by HTTP, and goes on where a cut connection, or an earlier run, left it. */
final class Download {
    private static final int BUFFER = 1 << 16;
    private static final int PARTIAL = 206;
    private static final int BEYOND_THE_END = 416;
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d+/.*");

    private final OkHttpClient client;
    private final Retries retries;
    private final URI address;
    private final long size;

    /** {@code size} in bytes; 0 where it is not known. */
    Download(OkHttpClient client, Retries retries, URI address, long size) {
        this.client = client;
        this.retries = retries;
        this.address = address;
        this.size = size;
    }

    /** Blocks until {@code part} is whole; throws as {@link PullSource.Place#fetch}. */
    void into(Path part, LongConsumer progress, Cancellation cancellation) {
        Retries.Tries tries = retries.begin();
        boolean whole = false;
        while (!whole) {
            long before = length(part);
            try {
                attempt(part, progress, cancellation);
                whole = true;
            } catch (AssistantException fault) {
                if (length(part) > before) {
                    tries.progress();
                }
                tries.awaitNext(fault, cancellation);
            }
        }
    }

    private void attempt(Path part, LongConsumer progress, Cancellation cancellation) {
        long have = length(part);
        if (size > 0 && have == size) {
            progress.accept(have);
            return;
        }
        if (size > 0 && have > size) {
            startOver(part);
            have = 0;
        }
        Call call = client.newCall(request(have));
        try (Cancellation.Registration tie = cancellation.onCancel(call::cancel);
                Response response = call.execute()) {
            check(response, part);
            long start = start(response, have, part);
            ResponseBody body = response.body();
            checkLength(body, start, part);
            copy(body.byteStream(), part, start, progress);
        } catch (IOException e) {
            cancellation.throwIfCancelled();
            throw cutOff(e);
        }
        if (size > 0 && length(part) < size) {
            throw cutOff(null);
        }
    }

    private Request request(long have) {
        Request.Builder request = new Request.Builder()
                .url(address.toString())
                .header("Accept-Encoding", "identity") // or lengths and ranges are of something else
                .header("User-Agent", "voicebot");
        return have == 0
                ? request.build()
                : request.header("Range", "bytes=" + have + "-").build();
    }

    private void check(Response response, Path part) {
        int status = response.code();
        if (status == BEYOND_THE_END) {
            startOver(part);
            throw passing(tr("%s does not have the rest of %s.", host(), file()), Optional.empty());
        }
        if (status == 429 || status >= 500) {
            throw passing(
                    tr("%s has a problem (HTTP %s).", host(), status),
                    Optional.ofNullable(response.header("Retry-After")));
        }
        if (!response.isSuccessful()) {
            throw fault(tr("%s does not have %s (HTTP %s). Try --from or models.mirror.", host(), file(), status));
        }
        String type = response.header("Content-Type", "");
        if (type != null && type.startsWith("text/html")) {
            throw fault(tr(
                    "%s sent a web page instead of %s. Check whether this network has a sign-in page, or try models.mirror.",
                    host(), file()));
        }
    }

    /** Where what comes belongs; a server that ignores ranges sends everything again. */
    private long start(Response response, long have, Path part) {
        if (have == 0 || response.code() != PARTIAL) {
            return 0;
        }
        Matcher range = RANGE.matcher(String.valueOf(response.header("Content-Range")));
        if (range.matches() && Long.parseLong(range.group(1)) == have) {
            return have;
        }
        startOver(part);
        throw passing(tr("%s sent another part of %s than the one asked for.", host(), file()), Optional.empty());
    }

    private void checkLength(ResponseBody body, long start, Path part) {
        long comes = body.contentLength();
        if (size > 0 && comes >= 0 && start + comes != size) {
            startOver(part);
            throw anotherFile(start + comes);
        }
    }

    private void copy(InputStream in, Path part, long start, LongConsumer progress) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (FileChannel out = open(part)) {
            out.truncate(start).position(start);
            long done = start;
            progress.accept(done);
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                write(out, ByteBuffer.wrap(buffer, 0, count), part);
                done += count;
                if (size > 0 && done > size) {
                    startOver(part);
                    throw anotherFile(done);
                }
                progress.accept(done);
            }
        }
    }

    private static FileChannel open(Path part) {
        try {
            return PrivateFiles.open(part, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot write %s", part), e);
        }
    }

    private static void write(FileChannel out, ByteBuffer bytes, Path part) {
        try {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot write %s", part), e);
        }
    }

    private static void startOver(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw FileFault.of(FaultKind.FAILED, tr("Cannot delete %s", part), e);
        }
    }

    private static long length(Path part) {
        return part.toFile().length();
    }

    private AssistantException anotherFile(long bytes) {
        return fault(tr(
                "%s has another %s than was published (%s bytes instead of %s). Try --from or models.mirror.",
                host(), file(), bytes, size));
    }

    private AssistantException cutOff(@Nullable IOException cause) {
        return new PassingFault(
                tr("Cannot download %s from %s.", file(), host()),
                tr("Check the network, then run the command again: it goes on where it stopped."),
                Optional.empty(),
                cause);
    }

    private AssistantException passing(String problem, Optional<String> retryAfter) {
        return new PassingFault(
                problem,
                tr("Try again in a moment."),
                retryAfter.flatMap(field -> PassingFault.after(field, Instant.now())),
                null);
    }

    private static AssistantException fault(String line) {
        return new AssistantException(FaultKind.SERVICE, line);
    }

    private String host() {
        return String.valueOf(address.getHost());
    }

    private String file() {
        return address.getPath().substring(address.getPath().lastIndexOf('/') + 1);
    }
}
