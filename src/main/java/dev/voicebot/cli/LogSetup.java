package dev.voicebot.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import ch.qos.logback.core.util.FileSize;
import dev.voicebot.files.PrivateFiles;
import dev.voicebot.terminal.SafeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.LogManager;

/**
 * Sends the log to a rolled file, never to the terminal; found by Logback as a service. Code instead of an XML file,
 * because parsing one costs a tenth of a second at every start. Without a file (it was not asked for, or its folder
 * cannot be written) there is no log.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
    private static final String FILE = "voicebot.log.file";
    private static final String DEBUG = "voicebot.log.debug";

    /** Before the first logger is used. */
    static void sendTo(Path file, boolean debug) {
        System.setProperty(FILE, file.toString());
        System.setProperty(DEBUG, Boolean.toString(debug));
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        context.getStatusManager().add(new NopStatusListener()); // Logback's own troubles would go to stdout
        LogManager.getLogManager().reset(); // OkHttp speaks java.util.logging, which prints on stderr
        String file = System.getProperty(FILE);
        if (file != null && writable(Path.of(file))) {
            ch.qos.logback.classic.Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            root.setLevel(Boolean.getBoolean(DEBUG) ? Level.DEBUG : Level.INFO);
            root.addAppender(rolledFile(context, file));
        }
        quietOthers(context);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** The speech SDK logs the text of every request at INFO and bodies at ERROR; HTTP libraries may log headers. */
    private static void quietOthers(LoggerContext context) {
        context.getLogger("com.alibaba.dashscope").setLevel(Level.OFF);
        context.getLogger("okhttp3").setLevel(Level.WARN);
        context.getLogger("com.openai").setLevel(Level.WARN);
    }

    private static boolean writable(Path file) {
        try {
            PrivateFiles.folder(file.toAbsolutePath().resolveSibling("."));
            return !Files.exists(file) || Files.isWritable(file);
        } catch (IOException e) {
            return false; // no log is better than no program
        }
    }

    private static RollingFileAppender<ILoggingEvent> rolledFile(LoggerContext context, String file) {
        RollingFileAppender<ILoggingEvent> appender = new PrivateAppender();
        appender.setContext(context);
        appender.setFile(file);
        appender.setEncoder(encoder(context));

        FixedWindowRollingPolicy window = new FixedWindowRollingPolicy();
        window.setContext(context);
        window.setParent(appender);
        window.setFileNamePattern(file + ".%i");
        window.setMinIndex(1);
        window.setMaxIndex(3);
        window.start();
        appender.setRollingPolicy(window);

        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(FileSize.valueOf("5MB"));
        size.start();
        appender.setTriggeringPolicy(size);
        appender.start();
        return appender;
    }

    private static PatternLayoutEncoder encoder(LoggerContext context) {
        PatternLayoutEncoder encoder = new SafeEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern("%d{ISO8601} %-5level [%thread] %logger{24} %msg%n%ex");
        encoder.start();
        return encoder;
    }

    /** A log is read on a terminal, too: what a service or a file said must not steer it. */
    private static final class SafeEncoder extends PatternLayoutEncoder {
        @Override
        public byte[] encode(ILoggingEvent event) {
            return SafeText.rows(getLayout().doLayout(event)).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Logback itself makes files that everybody may read, the first one and those after a roll. */
    private static final class PrivateAppender extends RollingFileAppender<ILoggingEvent> {
        @Override
        public void openFile(String file) throws IOException {
            PrivateFiles.ensure(Path.of(file));
            super.openFile(file);
        }
    }
}
