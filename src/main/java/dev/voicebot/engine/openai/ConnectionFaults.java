package dev.voicebot.engine.openai;

import static dev.voicebot.text.Messages.tr;

import com.openai.errors.OpenAIIoException;
import dev.voicebot.engine.openai.AnswerShapes.NotAChatException;
import dev.voicebot.engine.openai.AnswerShapes.RedirectedException;
import dev.voicebot.engine.openai.OpenAiParameters.ChatTimeouts;
import dev.voicebot.network.Certificates;
import dev.voicebot.outcome.AssistantException;
import dev.voicebot.outcome.FaultKind;
import dev.voicebot.service.PassingFault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Says in one line why there is no talking with a host.
 *
 * @param table the settings' table that has its address and its patience
 */
record ConnectionFaults(String host, ChatTimeouts timeouts, String table) {
    /** Names what to do about it; {@code passedOn} is what kept another from connecting in this one's place. */
    AssistantException of(OpenAIIoException e, Optional<IOException> passedOn) {
        return of(passedOn.map(failure -> new OpenAIIoException("passed on", failure))
                .orElse(e));
    }

    private AssistantException of(OpenAIIoException e) {
        Optional<NotAChatException> other = causedBy(e, NotAChatException.class);
        if (other.isPresent()) {
            return lasting(noChat(other.get()), e);
        }
        Optional<RedirectedException> elsewhere = causedBy(e, RedirectedException.class);
        if (elsewhere.isPresent()) {
            return lasting(
                    tr(
                            "%s redirects to %s, where nothing was sent. If this network has a sign-in page, open it"
                                    + " in a browser; otherwise check %s.",
                            host, elsewhere.get().getMessage(), address()),
                    e);
        }
        if (causedBy(e, UnknownHostException.class).isPresent()) {
            return lasting(tr("Cannot find the host %s. Check the network and %s.", host, address()), e);
        }
        Optional<SocketTimeoutException> late = causedBy(e, SocketTimeoutException.class);
        if (late.isPresent()) {
            return lasting(
                    isAboutConnecting(late.get())
                            ? tr(
                                    "Cannot connect to %s within %s. Check the network and %s.",
                                    host, seconds(timeouts.connect().toMillis()), address())
                            : tr(
                                    "%s sent nothing for %s. Ask again, or raise %s.timeout.",
                                    host, seconds(timeouts.silence().toMillis()), table),
                    e);
        }
        if (causedBy(e, ConnectException.class).isPresent()) {
            return lasting(tr("Cannot reach %s. Is the server running? Check the network and %s.", host, address()), e);
        }
        if (causedBy(e, SSLException.class).isPresent()) {
            return lasting(
                    tr(
                            "No secure connection to %s: %s.",
                            host,
                            Certificates.trouble(e)
                                    .orElseGet(() -> tr("check %s, the clock and any proxy", address()))),
                    e);
        }
        return new PassingFault(
                tr("The connection to %s broke.", host), tr("Check the network and ask again."), Optional.empty(), e);
    }

    private static AssistantException lasting(String line, OpenAIIoException e) {
        return new AssistantException(FaultKind.SERVICE, line, e);
    }

    private String noChat(NotAChatException e) {
        String words = e.getMessage() == null || e.getMessage().isEmpty() ? "" : ": " + e.getMessage();
        return e.isWebPage()
                ? tr(
                        "%s answered with a web page%s. If this network has a sign-in page, open it in a browser;"
                                + " otherwise check %s.",
                        host, words, address())
                : table.equals("chat")
                        ? tr("%s did not answer like a chat service%s. Check %s.", host, words, address())
                        : tr("%s did not answer like a speech service%s. Check %s.", host, words, address());
    }

    private String address() {
        return table + ".base_url";
    }

    private static boolean isAboutConnecting(SocketTimeoutException e) {
        return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
    }

    private static String seconds(long millis) {
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    private static <T extends Throwable> Optional<T> causedBy(Throwable e, Class<T> type) {
        for (@Nullable Throwable t = e; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return Optional.of(type.cast(t));
            }
        }
        return Optional.empty();
    }
}
